import { blankValues, type SupporterValues } from './fields'

type Fields = Record<string, unknown>

/** What the log says of a supporter's logo; null for none. */
export type LogoWords = { hash: string; alt: string; permissionOn: string }

/** Whether a supporter is what an entry of the log says, whatever the order of its fields. */
export function isSnapshot(now: Fields | null, said: Fields | null): boolean {
  return toSorted(now) === toSorted(said && fillIn(said))
}

/** An entry of the log may be older than a field, which was blank then. */
function fillIn(said: Fields): Fields {
  return { ...blankValues, ...said }
}

function toSorted(fields: Fields | null): string {
  return JSON.stringify(fields && Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The parts of an entry of the log: the values, for the schema to judge, the logo, and what is not in a form. */
export function splitSnapshot({ logoHash, logoAlt, logoPermissionOn, answeredChanges, ...values }: Fields): {
  values: Fields & Partial<SupporterValues>
  logo: LogoWords | null
  answeredChanges: string
} {
  const isLogo = typeof logoHash === 'string' && typeof logoAlt === 'string' && typeof logoPermissionOn === 'string'
  return {
    values: fillIn(values),
    logo: isLogo ? { hash: logoHash, alt: logoAlt, permissionOn: logoPermissionOn } : null,
    answeredChanges: typeof answeredChanges === 'string' ? answeredChanges : '',
  }
}
