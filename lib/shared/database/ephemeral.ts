import 'server-only'

/**
 * Tables left out of backups: salts and counts keyed with them, sessions, and pending sign-in links and
 * challenges. After a restore, staff have to sign in again.
 */
export const ephemeralTables: readonly string[] = ['DaySalt', 'PrefixCount', 'SharedLimit', 'Session', 'Verification']
