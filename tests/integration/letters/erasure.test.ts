import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '../databases'
import { openPostOffice } from './post-office'

const marker = {
  name: 'Marker Personsson',
  address: '7 Marker Close',
  email: 'markerperson@visitor.example',
  subject: 'Markersubject here',
  body: 'Dear MP,\n\nMarkertext matters.',
}
const traces = ['Personsson', 'Marker Close', 'markerperson', 'Markersubject', 'Markertext', 'M1 1AE', 'M11AE']

onEachDatabase('erasure', ({ isPostgres }) => {
  let office: Awaited<ReturnType<typeof openPostOffice>>
  beforeAll(async () => {
    office = await openPostOffice()
  })
  afterAll(() => office.stop())

  /** Everything in the database, with what tables no longer show: the file, its log and free pages. */
  async function readAll(): Promise<string> {
    if (!isPostgres) {
      const folder = path.dirname((process.env.DATABASE_URL ?? '').slice('file:'.length))
      return readdirSync(folder)
        .map((name) => path.join(folder, name))
        .filter((file) => statSync(file).isFile())
        .map((file) => readFileSync(file, 'latin1'))
        .join('\n')
    }
    const tables = await office.db.$queryRawUnsafe<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const rows = []
    for (const { name } of tables)
      if (!['Seat', 'Member'].includes(name))
        rows.push(await office.db.$queryRawUnsafe(`SELECT t::text AS row FROM "${name}" t`))
    return JSON.stringify(rows)
  }
  /** Which texts are in PostgreSQL’s own files: of this database’s tables, or its log of writes since a segment. */
  async function findInPostgresFiles(searched: string[], since?: string): Promise<string[]> {
    await office.db.$executeRawUnsafe('CHECKPOINT')
    const paths = since
      ? `SELECT 'pg_wal/' || name AS path FROM pg_ls_waldir() WHERE name >= '${since}'`
      : `SELECT pg_relation_filepath(oid::regclass) AS path FROM pg_class
         WHERE relkind IN ('r', 't', 'i') AND relnamespace IN ('public'::regnamespace, 'pg_toast'::regnamespace)`
    const there = await office.db.$queryRawUnsafe<{ text: string }[]>(
      `SELECT DISTINCT text FROM (${paths}) AS files, LATERAL (SELECT pg_read_binary_file(path, true) AS bytes) AS read,
         unnest($1::text[]) AS text WHERE position(convert_to(text, 'UTF8') IN bytes) > 0`,
      searched,
    )
    return searched.filter((text) => there.some((each) => each.text === text))
  }
  const found = (text: string, searched: string[]) =>
    searched.filter((trace) => text.toUpperCase().includes(trace.toUpperCase()))

  test('leaves nothing of a letter, in no form, and before it there is only the encrypted one', async () => {
    const { eraseLetters } = await import('@/lib/letters/erase')
    const wal = isPostgres
      ? await office.db.$queryRaw<{ name: string }[]>`SELECT pg_walfile_name(pg_current_wal_lsn()) AS name`
      : []
    const { id } = await office.confirmed({ ...marker, isFollowUpAsked: true })
    const row = await office.db.letter.findUniqueOrThrow({ where: { id } })
    const sealed = [row.text, row.email].map((each) => each?.split('.')[3] ?? '')
    const before = await readAll()
    expect(found(before, sealed)).toEqual(sealed) // the search sees what is there
    expect(found(before, traces)).toEqual([])
    if (isPostgres) {
      expect(await findInPostgresFiles(sealed)).toEqual(sealed)
      expect(await findInPostgresFiles(sealed, wal[0]?.name)).toEqual(sealed)
    }
    await office.sendDue()
    expect(office.arrived.some(({ text }) => text?.includes('Markertext'))).toBe(true)
    const now = Date.now()
    await eraseLetters(new Date(now + 7.1 * 86_400_000))
    await office.db.letterMail.updateMany({ data: { nextTryAt: new Date() } })
    await office.sendDue()
    expect(await eraseLetters(new Date(now + 14.1 * 86_400_000))).toEqual([])
    const after = await readAll()
    expect(found(after, [...sealed, ...traces])).toEqual([])
    // What was encrypted may lie in its files for a while, as in those of any PostgreSQL; what was typed never does.
    if (isPostgres) {
      expect(await findInPostgresFiles(traces)).toEqual([])
      // Its log is that of all databases, and other tests have postcodes in theirs.
      const own = traces.filter((trace) => !/\d/.test(trace))
      expect(await findInPostgresFiles(own, wal[0]?.name)).toEqual([])
    }
    await eraseLetters(new Date(now + 45 * 86_400_000))
    expect(await office.db.letter.count()).toBe(0)
    expect(await office.db.letterAttempt.count()).toBe(0)
    expect(await office.db.sentLetter.count()).toBe(1)
  })

  test('finds what should be gone and isn’t, by rules of its own, and keeps the alarm until it is', async () => {
    const { eraseLetters, findErasureAlarm } = await import('@/lib/letters/erase')
    const { id } = await office.confirmed()
    await office.sendDue()
    await eraseLetters(new Date())
    expect(await findErasureAlarm()).toBeNull()
    const old = new Date(Date.now() - 20 * 86_400_000)
    // Something that the job doesn’t see: a state that it has no rule for.
    await office.db.letter.update({ where: { id }, data: { state: 'erased', text: 'left', endedAt: old } })
    const left = await eraseLetters(new Date())
    expect(left).toEqual([
      '1 texts of letters that have ended',
      '1 cancelled or erased letters with something personal',
    ])
    expect(await findErasureAlarm()).toContain('1 cancelled or erased letters')
    await office.db.letter.update({ where: { id }, data: { text: null } })
    await eraseLetters(new Date())
    expect(await findErasureAlarm()).toBeNull()
  })
})
