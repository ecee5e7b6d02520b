import { formatMoment } from '../../shared/model/uk-time'
import type { Change } from './actor'

/** What a change can be about. */
export const auditEntities = [
  'staff',
  'session',
  'passkey',
  'supporter',
  'message-rule',
  'directory',
  'setting',
  'text',
  'source',
  'held',
  'letters',
  'erasure',
] as const

export type AuditEntity = (typeof auditEntities)[number]

/** A change to record. `before` and `after` hold only what changed, never a staff member’s name or address. */
export type AuditChange = Change & {
  /** Such as `staff.invited`: the entity and what happened to it. */
  action: string
  entity: AuditEntity
  entityId: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** A change as the log shows it. `actor` is a name (a neutral one for former staff), or null for the command line. */
export type AuditLine = {
  id: number
  at: Date
  actor: string | null
  action: string
  entity: string
  entityId: string
  /** The name of the person, supporter, message or burst that changed. */
  entityName: string | null
  fields: AuditField[]
  /** The same for all that was done at once; null for one change alone. */
  deed: string | null
  /** The change that this one undid; null if it is no undo. */
  undoes: number | null
  /** The row is as this change left it: nothing has changed it since, or all of that was undone; nor was anything erased. */
  isAsLeft: boolean
}

export type AuditField = { field: string; before: string | null; after: string | null }

/** A deed in the log: one change, or several that were made at once. `size`: how many, of which `lines` may list fewer. */
export type AuditDeed = { lines: AuditLine[]; size: number }

/** Puts consecutive changes of one deed together. @param sizes how many changes each deed has */
export function groupDeeds(lines: readonly AuditLine[], sizes: ReadonlyMap<string, number>): AuditDeed[] {
  const groups: AuditDeed[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (line.deed !== null && last?.lines[0]?.deed === line.deed) last.lines.push(line)
    else groups.push({ lines: [line], size: (line.deed && sizes.get(line.deed)) || 1 })
  }
  return groups
}

/** Filters for the log; an empty string matches everything. `person` is an id, or `command-line`. */
export type AuditFilter = { person: string; entity: string; day: string }

/** The fields that differ, as text; null on the side that lacks the field. */
export function diffFields(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): AuditField[] {
  const all = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  const fields = [...all].filter((field) => field !== 'hasDraft') // its words are there
  return fields
    .map((field) => ({ field, before: show(before?.[field]), after: show(after?.[field]) }))
    .filter((each) => each.before !== each.after)
}

function show(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value) && value.length === 0) return null
  if (typeof value !== 'string') return JSON.stringify(value)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) ? formatMoment(new Date(value)) : value
}
