import type { Limit } from '../../shared/model/limits'

/** From least to most access: editors write drafts, publishers publish, admins manage people and settings. */
export const roles = ['editor', 'publisher', 'admin'] as const

export type Role = (typeof roles)[number]

/** A signed-in member of staff. */
export type Staff = { id: string; name: string; email: string; role: Role; sessionId: string }

/** Each role and what it can do, for display. */
export const roleWords: Record<Role, string> = {
  editor: 'Editor: writes drafts',
  publisher: 'Publisher: writes drafts and publishes',
  admin: 'Admin: publishes, and looks after people and settings',
}

/** Whether a role has at least the access of another. */
export function isAtLeast(role: Role, minimum: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(minimum)
}

/** The role with this name; null if there is none. */
export function parseRole(text: unknown): Role | null {
  return roles.find((role) => role === text) ?? null
}

/** How long an invitation works: the link in it signs somebody in for the first time. */
export const invitationDays = 7

/** How long a sign-in link works. */
export const linkMinutes = 15

/** Sessions expire after this long without a request. */
export const idleMinutes = 60

/** Sessions expire this long after sign-in, however active they are. */
export const maxSessionHours = 12

/**
 * Rate limits for sign-in, against guessing and against flooding someone’s inbox. Each browser a person has signed in
 * with before has its own `linkForDevice`. All others share that person’s `linkForEmail`, and one visitor address gets
 * at most `linkForEmailFromAddress` of it.
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

/** A browser’s name for display, such as "Firefox on Windows". */
export function describeDevice(userAgent: string): string {
  const [browser, system] = [browsers, systems].map((list) => list.find(([sign]) => userAgent.includes(sign))?.[1])
  return `${browser ?? 'A browser'} on ${system ?? 'an unknown system'}`
}
