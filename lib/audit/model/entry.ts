import type { Actor } from './actor'

/** What a change can be about. */
export const auditEntities = [
  'staff',
  'session',
  'passkey',
  'supporter',
  'message-rule',
  'directory',
  'setting',
  'source',
  'held',
] as const

export type AuditEntity = (typeof auditEntities)[number]

/** A change to be kept. `before` and `after` hold what changed, never a staff member's name or address. */
export type AuditChange = {
  actor: Actor
  /** Such as `staff.invited`: the entity and what happened to it. */
  action: string
  entity: AuditEntity
  entityId: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  now: Date
}

/** A change as the log shows it. `actor` is a name, neutral for somebody who has left, or null for the command line. */
export type AuditLine = {
  id: number
  at: Date
  actor: string | null
  action: string
  entity: string
  entityId: string
  /** The person, supporter, message or burst that the change is about. */
  entityName: string | null
  fields: AuditField[]
  /** Nothing has changed that row since. */
  isLast: boolean
}

export type AuditField = { field: string; before: string | null; after: string | null }

/** What the log is narrowed down to; an empty text is no limit. `person` is an id, or `command-line`. */
export type AuditFilter = { person: string; entity: string; day: string }

/** Tells fields apart that differ, each as text; null where a side does not have it. */
export function diffFields(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): AuditField[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields
    .map((field) => ({ field, before: show(before?.[field]), after: show(after?.[field]) }))
    .filter((each) => each.before !== each.after)
}

function show(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
