import 'server-only'

/**
 * Tables that no backup has: salts, and what is signed or keyed with them; who is signed in; links and questions of
 * a sign-in. A restored site asks its staff to sign in again.
 */
export const ephemeralTables: readonly string[] = ['DaySalt', 'Session', 'Verification']
