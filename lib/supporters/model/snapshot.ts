import { blankValues, type SupporterValues } from './fields'

type Fields = Record<string, unknown>

/** A logo's details in a log entry; null for none. */
export type LoggedLogo = { hash: string; alt: string; permissionOn: string }

/** Whether a supporter matches a log entry, whatever the order of the fields, and since when they are archived. */
export function isSnapshot(now: Fields | null, said: Fields | null): boolean {
  return toSorted(now) === toSorted(said && fillIn(said))
}

/** An entry may predate a field, which then had its default. */
function fillIn(said: Fields): Fields {
  return { ...blankValues, ...said }
}

function toSorted(fields: Fields | null): string {
  if (!fields) return 'null'
  const { archivedAt, ...rest } = fields
  return JSON.stringify([Boolean(archivedAt), Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** Splits a log entry into the values (to be validated), the logo, and what no form contains. */
export function splitSnapshot({
  logoHash,
  logoAlt,
  logoPermissionOn,
  answeredChanges,
  archivedAt,
  ...values
}: Fields): {
  values: Fields & Partial<SupporterValues>
  logo: LoggedLogo | null
  answeredChanges: string
  isArchived: boolean
} {
  const isLogo = typeof logoHash === 'string' && typeof logoAlt === 'string' && typeof logoPermissionOn === 'string'
  return {
    values: fillIn(values),
    logo: isLogo ? { hash: logoHash, alt: logoAlt, permissionOn: logoPermissionOn } : null,
    answeredChanges: typeof answeredChanges === 'string' ? answeredChanges : '',
    isArchived: typeof archivedAt === 'string',
  }
}
