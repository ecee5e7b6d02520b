import 'server-only'

/**
 * Tables left out of backups: salts and counts keyed with them, sessions, pending sign-in links and challenges, and
 * answers that forms have had, so after a restore, staff have to sign in again; and the letters of visitors, which would
 * outlive their erasure there, and be sent a second time after a restore.
 */
export const ephemeralTables: readonly string[] = [
  'DaySalt',
  'PrefixCount',
  'SharedLimit',
  'Session',
  'Verification',
  'LetterMail',
  'LetterAttempt',
  'Letter',
  'LetterPace',
  'MailboxKey',
  'Press',
]
