import 'server-only'
import Database from 'better-sqlite3'
import { type Action, type ActionGroup, type SourceGroup, tallyByDay, tallyBySeat, tallyBySource } from '../domain/action'
import { waitForTurn } from './sqlite-adapter'
import { sqliteFile } from './url'

const busyLimitMs = 10_000

/**
 * Opens a connection of its own for actions: through Prisma's, half as many fit into a second.
 * @returns a function that keeps those actions whose keys are new and counts them, all or nothing,
 * and gives the keys that were new
 */
export function openSqliteWriter(url: string): (actions: Action[]) => Promise<string[]> {
  // Never waits for a lock inside the driver: whoever holds it may be this very process, which such
  // a wait would stop.
  const db = new Database(sqliteFile(url), { timeout: 0, fileMustExist: true })
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -32000') // kB: what a busy day writes to, which the usual 2 MB do not hold
  const insert = db.prepare<[Omit<Action, 'isPersonal'> & { isPersonal: number | null }]>(
    `INSERT INTO "Action" ("key", "seatCode", "channel", "kind", "source", "day", "isPersonal")
     VALUES (@key, @seatCode, @channel, @kind, @source, @day, @isPersonal) ON CONFLICT ("key") DO NOTHING`,
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
  const write = db.transaction((actions: Action[]) => {
    const added = actions.filter((action) => insert.run({ ...action, isPersonal: action.isPersonal === null ? null : Number(action.isPersonal) }).changes === 1)
    for (const group of tallyByDay(added)) addToDay.run(group)
    for (const group of tallyBySeat(added)) addToTotal.run(group)
    for (const group of tallyBySource(added)) addToSource.run(group)
    return added.map(({ key }) => key)
  })
  return (actions) => waitForTurn(() => write.immediate(actions), busyLimitMs)
}
