import 'server-only'
import { type Change, listDeskRules, type Seen, writeDraft } from '../data/message-desk'
import type { RuleConflict } from './save-message-rule'

/** Throws a rule's draft away, and with it a rule that was never published. */
export async function discardDraft(seen: Seen, change: Change): Promise<{ outcome: 'discarded' } | RuleConflict> {
  if (await writeDraft(seen, null, change)) return { outcome: 'discarded' }
  return { outcome: 'conflict', theirs: (await listDeskRules()).find(({ id }) => id === seen.id) ?? null }
}
