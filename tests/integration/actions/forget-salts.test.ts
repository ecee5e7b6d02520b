import Database from 'better-sqlite3'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { handOffWithoutScript } from '@/lib/actions/hand-off'
import { getMessage } from '@/lib/messages/get'
import { getSeat } from '@/lib/members/data/seats'
import { forgetSalts } from '@/lib/actions/forget-salts'
import { getDaySalt } from '@/lib/shared/database/day-salt'
import { env } from '@/lib/shared/env'
import { composeUntouched } from '../../fixtures/typed-letter'
import { findSqliteFile } from '@/lib/shared/database/dialect'
import { onEachDatabase } from '../databases'

const before = new Date('2031-11-21T23:30:00Z')
const midnight = new Date('2031-11-22T00:04:00Z')

/** Every file below a folder; for PostgreSQL, of one database only. */
function listFiles(folder: string, only?: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => only === undefined || !name.startsWith('base/') || name.startsWith(`base/${only}/`))
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file) && statSync(file).isFile())
}

onEachDatabase('the salt of a day', ({ name, db }) => {
  const url = env.DATABASE_URL

  /** Runs on a connection without the site's timeout: alongside other tests, a checkpoint may take longer. */
  async function run(statement: string) {
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }

  /** The files that contain a salt, as text or as the bytes it encodes. */
  async function search(salt: string) {
    let files: string[]
    if (findSqliteFile(url) === null) {
      await run('CHECKPOINT') // flushes memory to disk
      const [row] = await db.$queryRawUnsafe<{ folder: string; oid: string }[]>(
        `SELECT current_setting('data_directory') AS folder, oid::text AS oid FROM pg_database WHERE datname = current_database()`,
      )
      files = listFiles(row?.folder ?? '', row?.oid)
      expect(files.some((file) => file.includes('pg_wal/'))).toBe(true)
    } else {
      files = listFiles(path.dirname(url.slice('file:'.length)))
      expect(files.map((file) => path.extname(file))).toEqual(expect.arrayContaining(['.db', '.db-wal', '.db-shm']))
    }
    const needles = [Buffer.from(salt), Buffer.from(salt, 'base64url')]
    return files
      .filter((file) => needles.some((needle) => readFileSync(file).includes(needle)))
      .map((file) => path.relative(path.dirname(files[0] ?? ''), file))
  }

  /** Hand-offs by many visitors without JavaScript. */
  async function handOffMany(now: Date, from: number) {
    const seat = await getSeat('chorley')
    if (!seat) throw new Error('no Chorley')
    const typed = composeUntouched(await getMessage(seat, now))
    const visitors = Array.from({ length: 30 }, (_, at) => ({ address: `192.0.2.${from + at}`, userAgent: 'Browser' }))
    for (const visitor of visitors)
      await handOffWithoutScript({
        slug: 'chorley',
        target: 'x',
        typed,
        visitor,
        source: null,
        rule: null,
        now,
      })
  }

  test('is in no file of the database soon after midnight, even if something was reading at midnight', async () => {
    await handOffMany(before, 1)
    const [row] = await db.daySalt.findMany()
    const salt = row?.salt ?? ''
    expect(salt).toMatch(/^[\w-]{43}$/)
    // A checkpoint leaves unlogged tables in memory.
    if (findSqliteFile(url) === null) await run('VACUUM FULL "DaySalt"')
    const found = await search(salt)
    expect(found.length).toBeGreaterThan(0) // proves that the search works
    expect(found.filter((file) => file.includes('pg_wal'))).toEqual([])

    if (name === 'SQLite') {
      const reader = new Database(url.slice('file:'.length), { readonly: true })
      reader.exec('BEGIN')
      reader.prepare('SELECT count(*) FROM "Action"').get()
      await handOffMany(midnight, 1)
      expect(await forgetSalts(midnight)).toBe(false)
      expect(await search(salt)).not.toEqual([])
      reader.exec('COMMIT')
      reader.close()
    }
    // Visitors carry on meanwhile, with a new salt.
    const [, isErased] = await Promise.all([handOffMany(midnight, 31), forgetSalts(midnight)])
    expect(isErased).toBe(true)
    expect(await search(salt)).toEqual([])
    expect((await db.daySalt.findMany()).map(({ day }) => day)).toEqual(['2031-11-22'])
    const today = (await db.daySalt.findMany())[0]?.salt
    expect(await getDaySalt('2031-11-22', 'another')).toBe(today)
  })
})
