import 'server-only'
import { writeWallAnswer } from './data/write'
import { readForReview } from './data/review'
import type { Change } from '../audit/model/actor'
import { listSupporterChanges, parseWallChangeId, type WallChange } from './model/review'

/** What has changed about the published MPs since they signed, and staff have not answered yet. Peers are not in the directory. */
export async function listWallChanges(): Promise<WallChange[]> {
  const { supporters, members, journal } = await readForReview()
  return supporters.flatMap((supporter) =>
    listSupporterChanges(supporter, members.get(supporter.memberId) ?? null, journal),
  )
}

/** What staff decide: call the person a former MP, take them off the wall, or leave them as they are. */
export const wallAnswers = ['former', 'hide', 'keep'] as const
export type WallAnswer = (typeof wallAnswers)[number]

export type WallAnswerOutcome =
  | { outcome: 'answered'; supporterId: number }
  | { outcome: 'gone' } // answered by someone else, or no longer so
  | { outcome: 'sits' } // the directory says that they are an MP, so they cannot be called former
  | { outcome: 'conflict' } // someone has saved the supporter at this moment

/**
 * Answers one change, which then does not come back; a later one does.
 * @param id of a change from `listWallChanges`, not trusted
 */
export async function answerWallChange(id: string, answer: WallAnswer, by: Change): Promise<WallAnswerOutcome> {
  const parts = parseWallChangeId(id)
  if (!parts) return { outcome: 'gone' }
  const {
    supporters: [supporter],
    members,
    journal,
  } = await readForReview(parts.supporterId)
  if (!supporter) return { outcome: 'gone' }
  const member = members.get(supporter.memberId) ?? null
  if (!listSupporterChanges(supporter, member, journal).some((change) => change.id === id)) return { outcome: 'gone' }
  if (answer === 'former' && member?.seatName) return { outcome: 'sits' }
  const answeredChanges = `${supporter.answeredChanges} ${parts.key}`.trim()
  const change = {
    answeredChanges,
    ...(answer === 'former' ? { isFormer: true as const } : answer === 'hide' ? { status: 'hidden' as const } : {}),
  }
  const { outcome } = await writeWallAnswer(supporter, change, by)
  return outcome === 'saved' ? { outcome: 'answered', supporterId: supporter.id } : { outcome: 'conflict' }
}
