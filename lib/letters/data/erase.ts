import 'server-only'
import Database from 'better-sqlite3'
import { setTimeout } from 'node:timers/promises'
import { database } from '../../shared/database/client'
import { cutLog } from '../../shared/database/cut-log'
import { findSqliteFile } from '../../shared/database/dialect'
import { env } from '../../shared/env'
import { daysBefore, retention } from '../model/retention'
import { eraseLetter } from './moves'

const batch = 200
const lettersTables = ['Letter', 'LetterMail', 'MailboxKey']

/**
 * Erases what has served its time: unconfirmed and refused letters whole, the texts of accepted ones, mailbox keys, and
 * what was left of letters erased a month ago.
 * @returns how many rows changed
 */
export async function eraseDue(now: Date): Promise<number> {
  const db = await database()
  const before = (days: number) => ({ lte: daysBefore(now, days) })
  const whole = {
    OR: [
      { state: 'waiting' as const, createdAt: before(retention.unconfirmedDays) },
      { state: 'refused' as const, endedAt: before(retention.textDays) },
      { state: 'cancelled' as const },
      { state: 'accepted' as const, text: null, email: null },
    ],
  }
  const texts = await db.letter.updateMany({
    where: { state: 'accepted', endedAt: before(retention.textDays), text: { not: null } },
    data: { text: null, confirmHash: null },
  })
  let erased = 0
  for (;;) {
    const due = await db.letter.findMany({ where: whole, select: { id: true }, take: batch })
    for (const { id } of due) if (await db.$transaction((tx) => eraseLetter(tx, id, now))) erased++
    if (due.length < batch) break
  }
  const keys = await db.mailboxKey.deleteMany({ where: { expiresAt: { lte: now } } })
  const old = await db.letter.deleteMany({ where: { state: 'erased', erasedAt: before(retention.tombstoneDays) } })
  return texts.count + erased + keys.count + old.count
}

// A job that runs every hour has had time to erase it.
const graceHours = 26

/**
 * Looks for what should have been erased, by rules of its own rather than those that erase.
 * @returns a line for each kind that was found, with how many; without anything personal
 */
export async function findLeftovers(now: Date): Promise<string[]> {
  const db = await database()
  const late = (days: number) => ({ lt: new Date(daysBefore(now, days).getTime() - graceHours * 3_600_000) })
  const [unconfirmed, texts, emails, gone, keys, old] = await Promise.all([
    db.letter.count({ where: { confirmedAt: null, text: { not: null }, createdAt: late(retention.unconfirmedDays) } }),
    db.letter.count({ where: { text: { not: null }, endedAt: late(retention.textDays) } }),
    db.letter.count({ where: { email: { not: null }, endedAt: late(retention.textDays), mails: { none: {} } } }),
    db.letter.count({
      where: { state: { in: ['cancelled', 'erased'] }, OR: [{ text: { not: null } }, { email: { not: null } }] },
    }),
    db.mailboxKey.count({ where: { expiresAt: late(0) } }),
    db.letter.count({ where: { erasedAt: late(retention.tombstoneDays) } }),
  ])
  return [
    [unconfirmed, 'unconfirmed letters'],
    [texts, 'texts of letters that have ended'],
    [emails, 'email addresses that no email is due to'],
    [gone, 'cancelled or erased letters with something personal'],
    [keys, 'keys of mailboxes'],
    [old, 'rows of erased letters'],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
}

const tries = 200
const pauseMs = 5

/**
 * Takes what was erased out of SQLite’s write-ahead log. The file itself was overwritten on the way (`secure_delete`, in
 * lib/shared/database/sqlite-adapter.ts). On PostgreSQL, a vacuum frees the old versions of the rows.
 * @returns false while another process is reading the log: try again
 */
export async function eraseFromDisk(tables: readonly string[] = lettersTables): Promise<boolean> {
  const file = findSqliteFile(env.DATABASE_URL)
  if (file === null) {
    const db = await database()
    for (const table of tables) await db.$executeRawUnsafe(`VACUUM "${table}"`)
    return true
  }
  const db = new Database(file, { timeout: 0, fileMustExist: true })
  try {
    for (let left = tries; left > 0; left--) {
      if (cutLog(db)) return true
      await setTimeout(pauseMs)
    }
    return false
  } finally {
    db.close()
  }
}
