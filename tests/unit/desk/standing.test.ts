import { expect, test } from 'vitest'
import { listStanding } from '@/lib/desk/model/standing'

/** Lines of one message, the oldest first: what was done, the field that it changed, and which line it undid. */
const stand = (...deeds: [action: string, field: string, undoes?: number][]) => [
  ...listStanding(
    deeds
      .map(([action, field, undoes = null], at) => ({
        id: at + 1,
        at: new Date(0),
        actor: 'Ann',
        action: `message-rule.${action}`,
        entity: 'message-rule',
        entityId: '1',
        entityName: 'A',
        fields: [{ field, before: 'a', after: 'b' }],
        deed: null,
        undoes,
        isAsLeft: false,
      }))
      .reverse(),
  ),
]

test('the newest public change that was not undone stands', () => {
  const publish: [string, string] = ['published', 'published.postText']
  const draft: [string, string] = ['draft-saved', 'draft.postText']
  const undo = (undoes: number): [string, string, number] => ['undone', 'published.postText', undoes]
  expect(stand(draft)).toEqual([])
  expect(stand(publish, ['moved', 'place'], draft)).toEqual([1])
  expect(stand(publish, publish)).toEqual([2])
  expect(stand(publish, undo(1))).toEqual([])
  expect(stand(publish, publish, undo(2))).toEqual([1])
  expect(stand(publish, publish, undo(2), undo(1))).toEqual([])
  expect(stand(publish, publish, undo(2), undo(3))).toEqual([2])
  expect(stand(publish, draft, undo(2))).toEqual([1]) // the draft was undone
  expect(stand(undo(0))).toEqual([]) // of what is on an older page
})
