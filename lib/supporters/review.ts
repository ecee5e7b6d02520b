import 'server-only'
import { writeWallAnswer } from './data/write'
import { readWallCheck } from './data/review'
import type { Change } from '../audit/model/actor'
import { listSupporterChanges, parseWallChangeId, type WallChange } from './model/review'

/** What has changed with the published MPs since they signed, and nobody has answered yet. Of peers the directory knows nothing. */
export async function listWallChanges(): Promise<WallChange[]> {
  const { supporters, members, journal } = await readWallCheck()
  return supporters.flatMap((supporter) =>
    listSupporterChanges(supporter, members.get(supporter.memberId) ?? null, journal),
  )
}

/** What staff decide: call the person a former MP, take them off the wall, or leave them as they are. */
export const wallAnswers = ['former', 'hide', 'keep'] as const
export type WallAnswer = (typeof wallAnswers)[number]

export type AnswerWallAnswer =
  | { outcome: 'answered'; supporterId: number }
  | { outcome: 'gone' } // answered by somebody else, or no longer so
  | { outcome: 'sits' } // the directory says that they are an MP: nobody calls them former
  | { outcome: 'conflict' } // somebody has saved the supporter in this moment

/**
 * Answers one change, which then does not come back; a later one does.
 * @param id of a change from `listWallChanges`, not trusted
 */
export async function answerWallChange(id: string, answer: WallAnswer, by: Change): Promise<AnswerWallAnswer> {
  const parts = parseWallChangeId(id)
  if (!parts) return { outcome: 'gone' }
  const {
    supporters: [supporter],
    members,
    journal,
  } = await readWallCheck(parts.supporterId)
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
