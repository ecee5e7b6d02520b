import 'server-only'
import type { Seen } from './data/desk'
import type { DeskRule } from './model/rule-versions'
import type { Change } from '../audit/model/actor'
import { checkAndPublish, type PublishAnswer, retry } from './check-and-publish'

/**
 * Brings the drafts of rules into force, all of them or none.
 * @param drafts the rules, with the versions that were looked at
 * @param checked what a check was made of, by `formatChecked`, if one was looked at: a change of that is a conflict too
 */
export async function publishRules(
  drafts: readonly Seen[],
  { actor, now }: Change,
  checked?: string,
): Promise<PublishAnswer> {
  return retry<PublishAnswer>(async (rules) => {
    for (const { id, version } of drafts) {
      const rule = rules.find((each) => each.id === id)
      if (!rule) return { outcome: 'not-found' }
      if (rule.version !== version || !rule.draft) return { outcome: 'conflict', theirs: rule }
    }
    if (
      checked !== undefined &&
      checked !==
        formatChecked(
          rules,
          drafts.map(({ id }) => id),
        )
    )
      return { outcome: 'conflict', theirs: null }
    const chosen = rules.filter(({ id }) => drafts.some((draft) => draft.id === id))
    const contents = new Map(
      chosen.flatMap(({ id, draft }) => (draft ? [[id, { published: draft.content, draft: null }] as const] : [])),
    )
    return checkAndPublish(rules, contents, { actor, now, action: 'message-rule.published' })
  })
}

/** Switches a published rule on or off, at once, and its draft with it. */
export async function switchMessageRule(
  { id, version, isActive }: Seen & { isActive: boolean },
  { actor, now }: Change,
): Promise<PublishAnswer> {
  return retry<PublishAnswer>(async (rules) => {
    const rule = rules.find((each) => each.id === id)
    if (!rule?.published) return { outcome: 'not-found' }
    if (rule.version !== version) return { outcome: 'conflict', theirs: rule }
    const next = {
      published: { ...rule.published.content, isActive },
      draft: rule.draft && { ...rule.draft.content, isActive },
    }
    return checkAndPublish(rules, new Map([[id, next]]), { actor, now, action: 'message-rule.switched' })
  })
}

/** What a check of these drafts is made of, as one text: what is published, and in which order all of it is. */
export function formatChecked(rules: readonly DeskRule[], drafts: readonly number[]): string {
  return formatSeen(
    rules.flatMap(({ id, published }) =>
      published || drafts.includes(id) ? [{ id, version: published?.version ?? 0 }] : [],
    ),
  )
}

/** Which version of which rules somebody has seen, in their order, as one text. */
export function formatSeen(seen: readonly Seen[]): string {
  return seen.map(({ id, version }) => `${id}:${version}`).join(' ')
}

/** The way back; what cannot be read is left out, and then nothing fits. */
export function parseSeen(text: string): Seen[] {
  return text.split(' ').flatMap((pair) => {
    const [, id, version] = /^(\d{1,9}):(\d{1,9})$/.exec(pair) ?? []
    return id && version ? [{ id: Number(id), version: Number(version) }] : []
  })
}
