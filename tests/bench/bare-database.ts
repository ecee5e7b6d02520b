import Database from 'better-sqlite3'
import { Pool } from 'pg'
import { isPostgres, sqliteFile } from '../../lib/data/url'

/** A database as the bare driver sees it. */
export type BareDatabase = {
  /** Inserts one row, in a commit of its own, into a table like Action that nobody counts. */
  insert: (key: string, seatCode: string) => Promise<unknown>
  /** Fills Action, and the journal with it, with rows of the hundred days before. */
  fill: (rows: number, seatCodes: string[]) => Promise<unknown>
}

const create = (id: string) => `CREATE TABLE "Bare" (id ${id}, key TEXT NOT NULL UNIQUE, "seatCode" TEXT NOT NULL,
  channel TEXT NOT NULL, kind TEXT NOT NULL, source TEXT, day TEXT NOT NULL)`
const insert = (values: string) => `INSERT INTO "Bare" (key, "seatCode", channel, kind, day) VALUES (${values}, 'x', 'opened', '2026-11-21')`
// The rows of a day come together and their keys are spread over it, as the site writes them.
const fill = (numbers: string, hash: string, seat: string) => `
  INSERT INTO "Action" (key, "seatCode", channel, kind, day)
  SELECT (20260000 + n / 100000) || '-' || ${hash}, ${seat},
    CASE n % 5 WHEN 0 THEN 'x' WHEN 1 THEN 'bluesky' WHEN 2 THEN 'email' WHEN 3 THEN 'letter' ELSE 'copy' END, 'opened',
    '2026-' || (10 + n / 100000 / 28 % 3) || '-' || (10 + n / 100000 % 18)
  FROM ${numbers}`
const journal = `INSERT INTO "Journal" SELECT "seatCode", channel, kind, day, count(*) FROM "Action" GROUP BY 1, 2, 3, 4`
const totals = `INSERT INTO "Total" SELECT "seatCode", channel, kind, sum(count) FROM "Journal" GROUP BY 1, 2, 3`
const refill = ['DELETE FROM "Journal"', 'DELETE FROM "Total"', journal, totals]

/** Opens a migrated database, durable as the site opens it. */
export async function openBareDatabase(url: string): Promise<BareDatabase> {
  if (isPostgres(url)) {
    const pool = new Pool({ connectionString: url, max: 10 })
    await pool.query(create('SERIAL PRIMARY KEY'))
    return {
      insert: (key, code) => pool.query({ name: 'insert', text: insert('$1, $2'), values: [key, code] }),
      async fill(rows, codes) {
        const numbers = `generate_series(0, ${rows} - 1) AS n`
        await pool.query(fill(numbers, 'substr(md5(n::text), 1, 22)', `(string_to_array('${codes.join(' ')}', ' '))[n % 650 + 1]`))
        for (const statement of [...refill, 'ANALYZE']) await pool.query(statement)
      },
    }
  }
  const db = new Database(sqliteFile(url), { timeout: 10_000 })
  db.pragma('synchronous = FULL')
  db.exec(create('INTEGER PRIMARY KEY AUTOINCREMENT'))
  const one = db.prepare<[string, string]>(insert('?, ?'))
  return {
    insert: (key, code) => Promise.resolve(one.run(key, code)),
    async fill(rows, codes) {
      const numbers = `(WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < ${rows}) SELECT n FROM s)`
      const seat = `substr('${codes.join('')}', n % 650 * 9 + 1, 9)` // ONS codes have nine characters
      db.exec(fill(numbers, 'lower(hex(randomblob(11)))', seat))
      for (const statement of refill) db.exec(statement)
      db.pragma('wal_checkpoint(TRUNCATE)') // else a log as long as the table slows what follows
    },
  }
}
