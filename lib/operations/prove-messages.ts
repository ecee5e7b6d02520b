import 'server-only'
import { campaign } from '../campaign'
import { listMessageSeats } from '../data/directory'
import { listSupporterIds } from '../data/supporters'
import type { MessageRule } from '../domain/message-rule'
import { checkMessages, type MessageReport } from './check-messages'

/**
 * Renders the messages of all 650 seats as these rules would have them, published or not: which rule
 * each seat gets, every problem, and rules that no seat gets.
 */
export async function proveMessages({ rules, now }: { rules: readonly MessageRule[]; now: Date }): Promise<MessageReport> {
  const [seats, supporterIds] = await Promise.all([listMessageSeats(), listSupporterIds()])
  return checkMessages({ rules, seats, supporterIds, campaign, now })
}
