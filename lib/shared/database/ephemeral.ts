import 'server-only'

/**
 * Tables that no backup has: salts, and what is counted under keys that come from them; who is signed in; links and questions of
 * a sign-in. A restored site asks its staff to sign in again.
 */
export const ephemeralTables: readonly string[] = ['DaySalt', 'PrefixCount', 'SharedLimit', 'Session', 'Verification']
