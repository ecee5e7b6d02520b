import 'server-only'
import { writeWallAnswer } from './data/write'
import { readForReview } from './data/review'
import type { Change } from '../audit/model/actor'
import { listSupporterChanges, parseWallChangeId, type WallChange } from './model/review'

/**
 * Changes to published MPs since they signed that staff haven't answered yet. Peers aren't in the directory.
 */
export async function listWallChanges(): Promise<WallChange[]> {
  const { supporters, members, journal } = await readForReview()
  return supporters.flatMap((supporter) =>
    listSupporterChanges(supporter, members.get(supporter.memberId) ?? null, journal),
  )
}

/** Staff's answer: mark the person as a former MP, take them off the wall, or leave them as they are. */
export const wallAnswers = ['former', 'hide', 'keep'] as const
export type WallAnswer = (typeof wallAnswers)[number]

export type WallAnswerOutcome =
  | { outcome: 'answered'; supporterId: number }
  | { outcome: 'gone' } // already answered, or no longer true
  | { outcome: 'sits' } // the directory says that they are an MP, so they can't be marked as a former one
  | { outcome: 'conflict' } // someone has just saved the supporter

/**
 * Answers a change, which then stays settled; later changes still appear.
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
