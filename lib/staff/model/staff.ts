import type { Limit } from '../../shared/model/limits'

/** What staff may do, from least to most: editors write drafts, publishers publish, admins look after people and settings. */
export const roles = ['editor', 'publisher', 'admin'] as const

export type Role = (typeof roles)[number]

/** Somebody who is signed in. */
export type Staff = { id: string; name: string; email: string; role: Role; sessionId: string }

/** What each role may do, for people. */
export const roleWords: Record<Role, string> = {
  editor: 'Editor: writes drafts',
  publisher: 'Publisher: writes drafts and publishes',
  admin: 'Admin: publishes, and looks after people and settings',
}

/** Whether a role may do what another may. */
export function isAtLeast(role: Role, minimum: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(minimum)
}

/** The role of that name; null when there is none. */
export function parseRole(text: unknown): Role | null {
  return roles.find((role) => role === text) ?? null
}

/** Sign-in links end after so many minutes. */
export const linkMinutes = 15

/** Whoever does nothing for so many minutes is signed out. */
export const idleMinutes = 60

/** Whoever signed in so many hours ago has to do it again. */
export const mostSessionHours = 12

/**
 * How often sign-in may be asked for, against guessing and against flooding somebody's letter box. Somebody's own browsers
 * have `linkForDevice`, each of them; everybody else shares `linkForEmail` for a person, and each address gets less of it.
 */
export const staffLimits = {
  linkForDevice: { key: 'linkForDevice', perMinute: 3, perHour: 10, isPublic: false },
  linkForEmail: { key: 'linkForEmail', perMinute: 6, perHour: 20, isPublic: false },
  linkForEmailFromAddress: { key: 'linkForEmailFromAddress', perMinute: 2, perHour: 4, isPublic: false },
  linkFromAddress: { key: 'linkFromAddress', perMinute: 10, perHour: 60, isPublic: false },
  signIn: { key: 'signIn', perMinute: 20, perHour: 200, isPublic: false },
} as const satisfies Record<string, Limit>

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
] as const

/** A browser in words for people, such as "Firefox on Windows". */
export function describeDevice(userAgent: string): string {
  const [browser, system] = [browsers, systems].map((list) => list.find(([sign]) => userAgent.includes(sign))?.[1])
  return `${browser ?? 'A browser'} on ${system ?? 'an unknown system'}`
}
