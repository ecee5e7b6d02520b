import 'server-only'
import { listDeskRules, type Seen } from './data/desk'
import { writeDraft } from './data/desk-write'
import type { Change } from '../audit/model/actor'
import type { RuleConflict } from './save-draft'

/** Throws a rule's draft away, and with it a rule that was never published. */
export async function discardDraft(
  seen: Seen,
  { actor, now }: Change,
): Promise<{ outcome: 'discarded' } | RuleConflict> {
  if (await writeDraft(seen, null, { actor, now, action: 'message-rule.draft-discarded' }))
    return { outcome: 'discarded' }
  return { outcome: 'conflict', theirs: (await listDeskRules()).find(({ id }) => id === seen.id) ?? null }
}
