import { z } from 'zod'
import { type DeskRule, listRuleFields, type RuleFields } from './rule-versions'

/** Everything staff can change about a rule, as the forms have it; `place` counts from 1, and is 0 while it is archived. */
export type RuleSnapshot = {
  version: number
  place: number
  archivedAt: string | null
  published: RuleFields | null
  draft: RuleFields | null
}

const shape = z.looseObject({
  version: z.number().int(),
  place: z.number().int().default(0),
  archivedAt: z.string().nullable().default(null),
  hasDraft: z.boolean().optional(),
})

/** A full snapshot of one of the rules; null when the id isn't among them. */
export function composeSnapshot(rules: readonly DeskRule[], id: number): RuleSnapshot | null {
  const rule = rules.find((each) => each.id === id)
  const listed = rules.filter(({ archivedAt }) => archivedAt === null)
  const fields = (version: DeskRule['draft']) => version && listRuleFields(version.content)
  return rule
    ? {
        version: rule.version,
        place: listed.indexOf(rule) + 1,
        archivedAt: rule.archivedAt?.toISOString() ?? null,
        published: fields(rule.published),
        draft: fields(rule.draft),
      }
    : null
}

/**
 * A snapshot as audit fields, one by one so that a reader sees which of them changed. A draft is reduced to its
 * differences from what is published.
 */
export function toAuditFields({ version, place, archivedAt, published, draft }: RuleSnapshot): Record<string, unknown> {
  const changed = Object.entries(draft ?? {}).filter(([field, text]) => published?.[field] !== text)
  return {
    version,
    ...(archivedAt ? { archivedAt } : { place }), // as before there was an archive
    ...(draft && { hasDraft: true }),
    ...prefix('published', Object.entries(published ?? {})),
    ...prefix('draft', changed),
  }
}

/** The inverse of `toAuditFields`; undefined when the fields aren't a snapshot. */
export function parseAuditFields(fields: Record<string, unknown>): RuleSnapshot | undefined {
  const read = shape.safeParse(fields)
  if (!read.success) return undefined
  const { version, place, archivedAt, hasDraft } = read.data
  const published = pick('published', fields)
  return { version, place, archivedAt, published, draft: hasDraft ? { ...published, ...pick('draft', fields) } : null }
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
