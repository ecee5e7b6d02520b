import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createBackup } from '@/lib/shared/database/backup'
import { connect } from '@/lib/shared/database/client'
import { applyToSqlite, listMigrations, migrate } from '@/lib/shared/database/migrate'
import { comparisons, rebuildCounts } from '@/lib/actions/data/rebuild-counts'
import { restoreBackup } from '@/lib/shared/database/restore'
import { findSqliteFile } from '@/lib/shared/database/dialect'
import { expectExactJournal } from '../actions/expect-exact-journal'
import { copyFilled } from '../copy-filled'
import { onEachDatabase, postgres, sqlite, testOnce } from '../databases'
import { fill, makeFolder, readAll, run, secrets, startRecording } from './backup-site'

const backUp = (url: string, file: string, isForced = false) => createBackup(url, file, comparisons, isForced)
const restore = (url: string, file: string) => restoreBackup(url, file, comparisons, new Date())

onEachDatabase('a backup', ({ name, create }) => {
  let url = ''
  let file = ''
  let before: Record<string, string[]> = {}
  beforeAll(async () => {
    url = await copyFilled()
    await migrate(url) // writes down its id
    const db = await connect(url)
    await fill(db)
    before = await readAll(db)
    await db.$disconnect()
    file = path.join(await makeFolder(), 'site.db')
    expect(await backUp(url, file)).toMatchObject({
      actions: 3,
      opened: 3,
      confirmed: 0,
      newestDay: '2026-11-26',
      staff: 1,
      differences: 0,
    })
  })

  test('is one file for its owner, without salts and sign-ins', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(path.dirname(file))).toEqual(['site.db'])
    const bytes = await readFile(file)
    for (const secret of Object.values(secrets)) expect(bytes.includes(secret)).toBe(false)
    expect(bytes.includes('ann@example.org')).toBe(true)
  })

  test('never takes the place of a file unasked, nor of the database, and needs its folder', async () => {
    await expect(backUp(url, path.join(path.dirname(file), 'no-such-folder', 'site.db'))).rejects.toThrow(
      'There is no folder',
    )
    await expect(backUp(url, file)).rejects.toThrow('already exists')
    expect(await backUp(url, file, true)).toMatchObject({ actions: 3 })
    if (findSqliteFile(url) !== null)
      await expect(backUp(url, url.slice('file:'.length), true)).rejects.toThrow('the database itself')
  })

  test.each([sqlite, postgres])('brings every row back, into $name', async ({ create: createTarget }) => {
    const target = await createTarget()
    const { summary, kept } = await restore(target, file)
    expect(summary).toMatchObject({ actions: 3, staff: 1 })
    expect(kept).toBeNull()
    expect(await migrate(target)).toEqual([]) // it has its id, and that is written down
    const db = await connect(target)
    expect(await readAll(db)).toEqual(before)
    expect([await db.daySalt.count(), await db.session.count(), await db.verification.count()]).toEqual([0, 0, 0])
    // The next number is a new one, and the log is as closed as before.
    expect(
      (
        await db.action.create({
          data: { key: 'after', seatCode: 'E14001063', channel: 'x', kind: 'opened', day: '2026-11-26' },
        })
      ).id,
    ).toBeGreaterThan(3)
    await expect(db.auditEntry.deleteMany()).rejects.toThrow()
    await db.$disconnect()
  })

  test('takes the place of a database that nobody uses, which is kept beside it', async () => {
    const target = await create()
    await migrate(target)
    const db = await connect(target)
    await db.sourceLink.create({ data: { tag: 'only-before', label: 'l', createdBy: 'c', createdAt: new Date() } })
    await db.daySalt.create({ data: { day: '2026-11-25', salt: secrets.salt } })
    await expect(restore(target, file)).rejects.toThrow('Stop every server of this site first')
    expect(await db.sourceLink.count()).toBe(1)
    await db.$disconnect()

    const { kept } = await restore(target, file)
    const after = await connect(target)
    expect(await readAll(after)).toEqual(before)
    if (name === 'SQLite') {
      const old = await connect(`file:${kept}`)
      expect([await old.sourceLink.count(), await old.daySalt.count()]).toEqual([1, 0])
      await old.$disconnect()
      expect((await readFile(`${kept}`)).includes(secrets.salt)).toBe(false)
    } else {
      const schema = /"(.*)"/.exec(kept ?? '')?.[1]
      expect(
        await after.$queryRawUnsafe(
          `SELECT (SELECT count(*)::int FROM "${schema}"."SourceLink") AS links, (SELECT count(*)::int FROM "${schema}"."DaySalt") AS salts`,
        ),
      ).toEqual([{ links: 1, salts: 0 }])
    }
    await after.$disconnect()
    expect(await migrate(target)).toEqual([])
  })

  test('made while others record has all that was acknowledged before it began, and agrees with itself', async () => {
    const own = await create()
    await migrate(own)
    const recording = await startRecording(own)
    await recording.waitFor(500)
    const acknowledged = await recording.list()
    const busy = path.join(await makeFolder(), 'busy.db')
    const made = await run('backup', own, [busy])
    const until = await recording.list()
    await recording.waitFor(until.length + 100) // the recording goes on
    await recording.stop()
    expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/\d actions, the newest from 2026-11-21/) })
    expect(made.output).not.toContain('do not match')

    const live = await connect(own)
    expect((await live.upkeep.findUniqueOrThrow({ where: { task: 'backup' } })).detail).toContain('busy.db')
    await live.$disconnect()
    expect((await run('restore', own, [busy])).code).toBe(0)
    const db = await connect(own)
    const kept = new Set((await db.action.findMany({ select: { key: true } })).map(({ key }) => key))
    expect(acknowledged.filter((key) => !kept.has(key))).toEqual([])
    expect(kept.size).toBeLessThan((await recording.list()).length) // it is of one moment, not of the end
    await expectExactJournal(db)
    expect(await rebuildCounts(db)).toEqual([])
    await db.$disconnect()
  })

  test('copied by hand is restored with what is in the log beside it', async () => {
    const folder = await makeFolder()
    const [open, copy] = [path.join(folder, 'open.db'), path.join(folder, 'copy.db')]
    await writeFile(open, await readFile(file))
    const site = new Database(open)
    site.pragma('journal_mode = WAL')
    site.exec(
      `INSERT INTO "Action" ("key", "seatCode", "channel", "kind", "day") VALUES ('late', 'E14001063', 'x', 'opened', '2026-11-26')`,
    )
    for (const end of ['', '-wal']) await writeFile(copy + end, await readFile(open + end))
    site.close()
    const target = await create()
    expect((await restore(target, copy)).summary).toMatchObject({ actions: 4 })
  })

  test('of an older version is brought up to date; of a newer one is refused', async () => {
    const older = path.join(await makeFolder(), 'older.db')
    const old = new Database(older)
    applyToSqlite(
      old,
      (await listMigrations('sqlite')).filter((migration) => migration.name < '20261126007'),
    )
    copyShared(file, old)
    old.close()
    const target = await create()
    expect((await restore(target, older)).summary).toMatchObject({ actions: 3 })
    expect(await migrate(target)).toEqual([])
    const newer = new Database(older)
    newer.exec(
      `UPDATE "_prisma_migrations" SET migration_name = 'from_the_future' WHERE migration_name LIKE '%first_tables'`,
    )
    newer.close()
    await expect(restore(target, older)).rejects.toThrow('from_the_future')
    const db = await connect(target)
    expect(await db.action.count()).toBe(3)
    await db.$disconnect()
  })
})

testOnce('what is no backup is refused, and the database is as it was', async () => {
  const folder = await makeFolder()
  const notes = path.join(folder, 'notes.txt')
  await writeFile(notes, 'somebody’s notes '.repeat(500))
  const url = await sqlite.create()
  await migrate(url)
  const before = await readFile(url.slice('file:'.length))
  await expect(restore(url, notes)).rejects.toThrow('not a backup of this site')
  await expect(restore(url, path.join(folder, 'nothing.db'))).rejects.toThrow('There is no file')
  expect((await readFile(url.slice('file:'.length))).equals(before)).toBe(true)
  await expect(backUp(`file:${folder}/none.db`, `${folder}/b.db`)).rejects.toThrow('There is no database')
  expect(existsSync(`${folder}/none.db`)).toBe(false)
})

/** Copies what a database of an older version has columns for. */
function copyShared(file: string, old: Database.Database) {
  const listColumns = (schema: string, table: string) =>
    old.prepare(`SELECT name FROM pragma_table_info(?, ?)`).pluck().all(table, schema).map(String)
  old.pragma('foreign_keys = OFF')
  old.prepare('ATTACH ? AS newer').run(file)
  for (const table of old
    .prepare(
      `SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_prisma%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all()) {
    const later = listColumns('newer', String(table))
    const shared = listColumns('main', String(table)).filter((column) => later.includes(column))
    const columns = shared.map((column) => `"${column}"`).join()
    if (columns) old.exec(`INSERT OR REPLACE INTO main."${table}" (${columns}) SELECT ${columns} FROM newer."${table}"`)
  }
  old.exec('DETACH newer')
}
