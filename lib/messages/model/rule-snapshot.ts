import { z } from 'zod'
import { type DeskRule, listRuleFields, type RuleFields } from './rule-versions'

/** All of a rule that staff can change, as forms have it; `place` counts from 1. */
export type RuleSnapshot = { version: number; place: number; published: RuleFields | null; draft: RuleFields | null }

const shape = z.looseObject({ version: z.number().int(), place: z.number().int(), hasDraft: z.boolean().optional() })

/** One of the rules in full; null when it is not among them. */
export function composeSnapshot(rules: readonly DeskRule[], id: number): RuleSnapshot | null {
  const at = rules.findIndex((rule) => rule.id === id)
  const rule = rules[at]
  const fields = (version: DeskRule['draft']) => version && listRuleFields(version.content)
  return rule
    ? { version: rule.version, place: at + 1, published: fields(rule.published), draft: fields(rule.draft) }
    : null
}

/**
 * A snapshot as the log keeps it: field by field, so that a reader sees which of them changed. Of a
 * draft there is what differs from what is published.
 */
export function toAuditFields({ version, place, published, draft }: RuleSnapshot): Record<string, unknown> {
  const changed = Object.entries(draft ?? {}).filter(([field, text]) => published?.[field] !== text)
  return {
    version,
    place,
    ...(draft && { hasDraft: true }),
    ...prefix('published', Object.entries(published ?? {})),
    ...prefix('draft', changed),
  }
}

/** The way back; undefined for what is no snapshot. */
export function parseAuditFields(fields: Record<string, unknown>): RuleSnapshot | undefined {
  const read = shape.safeParse(fields)
  if (!read.success) return undefined
  const { version, place, hasDraft } = read.data
  const published = pick('published', fields)
  return { version, place, published, draft: hasDraft ? { ...published, ...pick('draft', fields) } : null }
}

function prefix(side: string, entries: [string, string][]): RuleFields {
  return Object.fromEntries(entries.map(([field, text]) => [`${side}.${field}`, text]))
}

function pick(side: string, fields: Record<string, unknown>): RuleFields | null {
  const own = Object.entries(fields).flatMap(([field, text]) =>
    field.startsWith(`${side}.`) && typeof text === 'string' ? [[field.slice(side.length + 1), text]] : [],
  )
  return own.length > 0 ? Object.fromEntries(own) : null
}
