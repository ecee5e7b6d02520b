/**
 * How long each part of a letter is kept. The privacy page prints these, the daily job (lib/letters/erase.ts) obeys them,
 * and then looks for anything older.
 */
export const retention = {
  /** An unconfirmed letter is erased after this long. */
  unconfirmedDays: 7,
  /** Text, name, address and postcode are erased this long after the MP’s mail server took or refused the letter: bounces come late. */
  textDays: 7,
  /** That a mailbox has written to an MP, as a keyed hash. */
  mailboxKeyDays: 7,
  /** What is left of an erased letter: constituency, times and how it ended. Until then the follow-up can be answered. */
  tombstoneDays: 30,
} as const

/** When the reminder to confirm is sent. */
export const reminderHours = 24

/** When the question whether the MP replied is sent, after acceptance. */
export const followUpDays = 14

/** For how long sending is tried again. */
export const retryHours = 48

const hourMs = 3_600_000

/** An instant some days before or, with a negative number, after another. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 24 * hourMs)
}

/** An instant some hours after another. */
export function hoursAfter(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * hourMs)
}
