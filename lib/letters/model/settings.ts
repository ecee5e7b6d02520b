import type { Pace } from './pace'

/** Whether and how the site sends letters, as staff save it. */
export type LetterSettings = Pace & {
  isOn: boolean
  /** Nothing leaves: no letter, no email to a visitor. */
  isPaused: boolean
  /** A mailbox of staff that gets every MP’s letter: a rehearsal. null when MPs get them. */
  redirectTo: string | null
  /** The mail server and sender of the last test letter that was accepted. */
  testedWith: string | null
}

/** Until staff change them, the site sends nothing. */
export const firstLetterSettings: LetterSettings = {
  isOn: false,
  isPaused: false,
  redirectTo: null,
  perMpPerHour: 60,
  perHour: 3_000,
  testedWith: null,
}

/** The settings as the activity log has them: it holds no address. */
export function toLoggedSettings({
  isOn,
  isPaused,
  redirectTo,
  perMpPerHour,
  perHour,
  testedAt,
}: LetterSettings & { testedAt: Date | null }) {
  return { isOn, isPaused, isRehearsal: redirectTo !== null, perMpPerHour, perHour, testedAt }
}

/** What the server is set to: the mail server’s host, the sender of letters, whether there is a key. */
export type LetterServer = { mailServer: string; sender: string; hasKey: boolean }

/** What a test letter is a test of: another server or sender needs another. */
export function nameTested({ mailServer, sender }: LetterServer): string {
  return `${mailServer} ${sender}`
}

/** What is missing before the site can send letters, in the order in which it is put right; empty when it can. */
export function listMissing(settings: LetterSettings, server: LetterServer): string[] {
  const { mailServer, sender, hasKey } = server
  const isReady = mailServer !== '' && sender !== '' && hasKey
  return [
    mailServer === '' && 'No mail server is set (SMTP_URL).',
    sender === '' && 'No sender of letters is set (LETTERS_FROM).',
    !hasKey && 'There is no key to encrypt letters with (LETTERS_KEY).',
    isReady &&
      settings.testedWith !== nameTested(server) &&
      `No test letter has gone through ${mailServer} from ${sender} yet.`,
  ].filter((text) => text !== false)
}

/** Whether visitors are offered “Send it for me”. */
export function canOffer(settings: LetterSettings, server: LetterServer): boolean {
  return settings.isOn && !settings.isPaused && listMissing(settings, server).length === 0
}
