import 'server-only'
import { listMessageFigures, type Span } from '@/lib/actions/data/figures'
import { listMessageLines, type MessageLine } from '@/lib/actions/model/message-figures'
import { countSent, countSentByMessage } from '@/lib/letters/data/desk'
import { nameRules } from '@/lib/messages/name-rules'

/**
 * What each message brought in a range of days. `since`: the first day of which that is known; null while there is none.
 */
export async function readMessageLines(span: Span): Promise<{ lines: MessageLine[]; since: string | null }> {
  const [{ counted, all, since }, sent, allSent] = await Promise.all([
    listMessageFigures(span),
    countSentByMessage(span),
    countSent(span),
  ])
  const names = await nameRules([...new Set([...counted.map(({ ruleId }) => ruleId), ...sent.keys()])])
  return { lines: listMessageLines({ counted, all, sent, allSent, names }), since }
}
