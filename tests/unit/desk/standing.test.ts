import { expect, test } from 'vitest'
import { listStanding } from '@/lib/desk/model/standing'

/** Lines of one message, the oldest first: what was done, and the field that it changed. */
const stand = (...deeds: [action: string, field: string][]) => [
  ...listStanding(
    deeds
      .map(([action, field], at) => ({
        id: at + 1,
        at: new Date(0),
        actor: 'Ann',
        action: `message-rule.${action}`,
        entity: 'message-rule',
        entityId: '1',
        entityName: 'A',
        fields: [{ field, before: 'a', after: 'b' }],
        deed: null,
        isLast: false,
      }))
      .reverse(),
  ),
]

test('the newest public change that was not undone stands', () => {
  const publish: [string, string] = ['published', 'published.postText']
  const draft: [string, string] = ['draft-saved', 'draft.postText']
  const undo: [string, string] = ['undone', 'published.postText']
  expect(stand(draft)).toEqual([])
  expect(stand(publish, ['moved', 'place'], draft)).toEqual([1])
  expect(stand(publish, publish)).toEqual([2])
  expect(stand(publish, undo)).toEqual([])
  expect(stand(publish, publish, undo)).toEqual([1])
  expect(stand(publish, publish, undo, undo)).toEqual([2])
  expect(stand(publish, draft, undo)).toEqual([1]) // the draft was undone
  expect(stand(undo)).toEqual([]) // of what is on an older page
})
