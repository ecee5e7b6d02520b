import Database from 'better-sqlite3'
import { Pool } from 'pg'
import { byProvider } from '@/lib/shared/database/dialect'
import type { Action } from '@/lib/actions/model/action'

/** A migrated database as the bare driver sees it. */
export type BareDatabase = {
  /** Inserts one row into Action, in a commit of its own, counted nowhere. */
  insert: (action: Action) => Promise<unknown>
  /** Adds rows of days gone by until there are so many, and counts all anew; then the database is at rest. */
  fill: (rows: number, seatCodes: string[]) => Promise<void>
  close: () => Promise<unknown>
}

const columns = '"key", "seatCode", "channel", "kind", "source", "day"'
// The rows of a day come together, a hundred thousand, and their keys are spread over it, as the site
// writes them.
const perDay = 100_000
const firstDay = '2026-01-01'
const compose = (numbers: string, day: string, hash: string, seat: string) => `
  INSERT INTO "Action" (${columns})
  SELECT replace(given.day, '-', '') || '-' || given.hash, given.seat,
    CASE given.n / 650 % 5 WHEN 0 THEN 'x' WHEN 1 THEN 'bluesky' WHEN 2 THEN 'email' WHEN 3 THEN 'letter' ELSE 'copy' END,
    CASE given.n / 3250 % 4 WHEN 0 THEN 'confirmed' ELSE 'opened' END, NULL, given.day
  FROM (SELECT n, ${day} AS day, ${hash} AS hash, ${seat} AS seat FROM ${numbers}) AS given`
const recount = [
  'DELETE FROM "Journal"',
  'DELETE FROM "Total"',
  'INSERT INTO "Journal" SELECT "seatCode", "channel", "kind", "day", count(*) FROM "Action" GROUP BY 1, 2, 3, 4',
  'INSERT INTO "Total" SELECT "seatCode", "channel", "kind", sum("count") FROM "Journal" GROUP BY 1, 2, 3',
]

/** Opens a migrated database, durable as the site opens it. */
export function openBareDatabase(url: string): BareDatabase {
  return byProvider(url, { sqlite: openSqlite, postgresql: openPostgres })
}

function openPostgres(url: string): BareDatabase {
  const pool = new Pool({ connectionString: url, max: 10 })
  const text = `INSERT INTO "Action" (${columns}) VALUES ($1, $2, $3, $4, $5, $6)`
  return {
    insert: ({ key, seatCode, channel, kind, source, day }) =>
      pool.query({ name: 'insert', text, values: [key, seatCode, channel, kind, source, day] }),
    async fill(rows, codes) {
      const {
        rows: [existing],
      } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM "Action"')
      const numbers = `generate_series(${existing?.n ?? 0}, ${rows - 1}) AS n`
      const day = `(date '${firstDay}' + n / ${perDay})::text`
      await pool.query(
        compose(numbers, day, 'substr(md5(n::text), 1, 22)', `('{${codes.join()}}'::text[])[n % 650 + 1]`),
      )
      for (const statement of recount) await pool.query(statement)
      // What the server would do by itself soon after, in the middle of a measurement.
      await pool.query('VACUUM ANALYZE')
      await pool.query('CHECKPOINT')
    },
    close: () => pool.end(),
  }
}

function openSqlite(file: string): BareDatabase {
  const db = new Database(file, { timeout: 10_000 })
  db.pragma('synchronous = FULL')
  const one = db.prepare<[Action]>(
    `INSERT INTO "Action" (${columns}) VALUES (@key, @seatCode, @channel, @kind, @source, @day)`,
  )
  return {
    insert: (action) => Promise.resolve(one.run(action)),
    fill(rows, codes) {
      db.pragma('synchronous = OFF')
      const existing = Number(db.prepare('SELECT count(*) FROM "Action"').pluck().get())
      // A day at a time: one commit of everything would leave a log as long as the table.
      for (let from = existing; from < rows; from += perDay) {
        const end = Math.min(from + perDay, rows)
        const numbers = `(WITH RECURSIVE s(n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM s WHERE n + 1 < ${end}) SELECT n FROM s)`
        const seat = `substr('${codes.join('')}', n % 650 * 9 + 1, 9)` // ONS codes have nine characters
        db.exec(compose(numbers, `date('${firstDay}', (n / ${perDay}) || ' days')`, 'lower(hex(randomblob(11)))', seat))
      }
      for (const statement of recount) db.exec(statement)
      db.pragma('synchronous = FULL')
      db.pragma('wal_checkpoint(TRUNCATE)')
      return Promise.resolve()
    },
    close: () => Promise.resolve(db.close()),
  }
}
