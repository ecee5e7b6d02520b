import 'server-only'
import { listDeskRules, listRuleHistory, type Seen } from './data/desk'
import { writeDraft } from './data/desk-write'
import type { Change } from '../audit/model/actor'
import type { RuleConflict } from './save-draft'

export type RestoreAnswer = { outcome: 'restored'; version: number } | RuleConflict | { outcome: 'not-found' }

/**
 * Makes an earlier version of a rule its draft, in place of the draft that is there. Visitors get it
 * once it is published.
 * @param from the version to go back to
 */
export async function restoreMessageRule(
  { id, version, from }: Seen & { from: number },
  { actor, now }: Change,
): Promise<RestoreAnswer> {
  const old = (await listRuleHistory(id)).find((each) => each.version === from)
  if (!old) return { outcome: 'not-found' }
  if (await writeDraft({ id, version }, old.content, { actor, now, action: 'message-rule.restored' }))
    return { outcome: 'restored', version: version + 1 }
  return { outcome: 'conflict', theirs: (await listDeskRules()).find((rule) => rule.id === id) ?? null }
}
