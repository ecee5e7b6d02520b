import 'server-only'
import Database from 'better-sqlite3'
import {
  type ActionGroup,
  type Recorded,
  type ReportedAction,
  type SourceGroup,
  type MessageGroup,
  tallyByDay,
  tallyByMessage,
  tallyBySeat,
  tallyBySource,
} from '../model/action'
import { retryWhileBusy } from '../../shared/database/sqlite-adapter'

const busyLimitMs = 10_000

type Row = Omit<ReportedAction, 'isPersonal'> & { isPersonal: number | null }
type Held = { state: string; prefix: string }

/**
 * Opens a separate connection for actions: Prisma's manages half as many a second.
 * @returns a function that writes the actions whose keys are new, either to Action and its counts or to HeldAction,
 * all or nothing, and returns the outcome of each
 */
export function openSqliteWriter(file: string): (actions: ReportedAction[]) => Promise<Map<string, Recorded>> {
  // Never block on a lock inside the driver: it is synchronous, and the lock may be held by this very process.
  const db = new Database(file, { timeout: 0, fileMustExist: true })
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -32000') // in kB: the pages a busy day writes to, which don't fit in the default 2 MB
  // 16 MB: a busy evening rewrites the same pages, and a checkpoint copies each page only once.
  db.pragma('wal_autocheckpoint = 4000')
  const columns = '"key", "seatCode", "channel", "kind", "source", "day", "isPersonal", "ruleId"'
  const values = '@key, @seatCode, @channel, @kind, @source, @day, @isPersonal, @ruleId'
  const insert = db.prepare<[Row]>(
    `INSERT INTO "Action" (${columns}) VALUES (${values}) ON CONFLICT ("key") DO NOTHING`,
  )
  const hold = db.prepare<[Row & Held]>(
    `INSERT INTO "HeldAction" (${columns}, "hour", "prefix", "state") VALUES (${values}, @hour, @prefix, @state)`,
  )
  const remove = db.prepare<[string]>('DELETE FROM "Action" WHERE "key" = ?')
  const find = db.prepare<[string], { found: number }>('SELECT 1 AS found FROM "Action" WHERE "key" = ?')
  const findHeld = db.prepare<[string], Held>('SELECT "state", "prefix" FROM "HeldAction" WHERE "key" = ?')
  const countPrefix = db.prepare<[Row], { count: number }>(
    `INSERT INTO "PrefixCount" ("day", "seatCode", "prefix", "count") VALUES (@day, @seatCode, @prefix, 1)
     ON CONFLICT DO UPDATE SET "count" = "count" + 1 RETURNING "count"`,
  )
  const addToDay = db.prepare<[ActionGroup & { count: number }]>(
    `INSERT INTO "Journal" ("seatCode", "channel", "kind", "day", "count") VALUES (@seatCode, @channel, @kind, @day, @count)
     ON CONFLICT DO UPDATE SET "count" = "count" + excluded."count"`,
  )
  const addToTotal = db.prepare<[Omit<ActionGroup, 'day'> & { count: number }]>(
    `INSERT INTO "Total" ("seatCode", "channel", "kind", "count") VALUES (@seatCode, @channel, @kind, @count)
     ON CONFLICT DO UPDATE SET "count" = "count" + excluded."count"`,
  )
  const addToSource = db.prepare<[SourceGroup & { count: number }]>(
    `INSERT INTO "SourceTotal" ("source", "kind", "channel", "day", "wording", "count") VALUES (@source, @kind, @channel, @day, @wording, @count)
     ON CONFLICT DO UPDATE SET "count" = "count" + excluded."count"`,
  )
  const addToMessage = db.prepare<[MessageGroup & { count: number }]>(
    `INSERT INTO "MessageTotal" ("day", "ruleId", "kind", "channel", "count") VALUES (@day, @ruleId, @kind, @channel, @count)
     ON CONFLICT DO UPDATE SET "count" = "count" + excluded."count"`,
  )

  function recordOpened(row: Row): Recorded {
    if (findHeld.get(row.key)) return { outcome: find.get(row.key) ? 'counted' : 'held', isNew: false }
    if (insert.run(row).changes === 0) return { outcome: 'counted', isNew: false }
    if ((countPrefix.get(row)?.count ?? 0) <= row.cap) return { outcome: 'counted', isNew: true }
    remove.run(row.key)
    hold.run({ ...row, state: 'held' })
    return { outcome: 'held', isNew: true }
  }

  // A confirmation goes wherever the message it confirms went.
  function recordConfirmed(row: Row): Recorded {
    if (findHeld.get(row.key)) return { outcome: find.get(row.key) ? 'counted' : 'held', isNew: false }
    if (find.get(row.openedKey)) return { outcome: 'counted', isNew: insert.run(row).changes === 1 }
    const opened = findHeld.get(row.openedKey)
    if (!opened) return { outcome: 'not-opened', isNew: false }
    hold.run({ ...row, ...opened })
    return { outcome: 'held', isNew: true }
  }

  const write = db.transaction((actions: ReportedAction[]) => {
    const answers = new Map<string, Recorded>()
    const record = (kind: ReportedAction['kind'], run: (row: Row) => Recorded) => {
      for (const action of actions) {
        if (action.kind !== kind) continue
        answers.set(
          action.key,
          run({ ...action, isPersonal: action.isPersonal === null ? null : Number(action.isPersonal) }),
        )
      }
    }
    record('opened', recordOpened)
    record('confirmed', recordConfirmed)
    const added = actions.filter(({ key }) => {
      const answer = answers.get(key)
      return answer?.isNew && answer.outcome === 'counted'
    })
    for (const group of tallyByDay(added)) addToDay.run(group)
    for (const group of tallyBySeat(added)) addToTotal.run(group)
    for (const group of tallyBySource(added)) addToSource.run(group)
    for (const group of tallyByMessage(added)) addToMessage.run(group)
    return answers
  })
  return (actions) => retryWhileBusy(() => write.immediate(actions), busyLimitMs)
}
