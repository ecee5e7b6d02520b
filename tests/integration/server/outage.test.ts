import { AsyncLocalStorage } from 'node:async_hooks'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { createDatabase } from '../../postgres'
import { expectExactJournal } from '../actions/expect-exact-journal'
import { databases, useDatabase } from '../databases'

const answeringForm = new AsyncLocalStorage<true>()
const texts = { post: 'p', subject: 's' }
const details = { sender_name: '', sender_address: '', sender_postcode: '', why_it_matters: '', local_link: '' }
const [sqlite] = databases

async function loadHandOff() {
  Object.assign(globalThis, { stableFuturesFallback: answeringForm })
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'stableFuturesFallback'))
  const { handOffWithoutScript } = await import('@/lib/actions/hand-off')
  const visitor = { address: '192.0.2.1', userAgent: 'test' }
  return (target: 'mailto' | 'sent') =>
    answeringForm.run(true, () =>
      handOffWithoutScript({
        slug: 'manchester-central',
        target,
        typed: { ...texts, details, parts: [] },
        visitor,
        source: null,
        rule: null,
        now: new Date(),
      }),
    )
}

describe('a hand-off without JavaScript', () => {
  test('waits at most two seconds for a locked database, and is counted later', async () => {
    if (!sqlite) throw new Error('no SQLite')
    const url = await sqlite.create()
    const { db, close } = await useDatabase(async () => url)
    onTestFinished(close)
    const handOff = await loadHandOff()
    const other = new Database(url.replace('file:', ''))
    onTestFinished(() => void other.close())
    other.exec('BEGIN IMMEDIATE')
    const began = performance.now()
    expect(await handOff('mailto')).toMatchObject({ outcome: 'composed', count: 'refused', typed: texts })
    expect(performance.now() - began).toBeLessThan(2_500)
    other.exec('ROLLBACK')
    await expect.poll(() => db.action.count()).toBe(1)
  })

  test('works from the shipped facts when the database is unavailable', async () => {
    const url = new URL(await createDatabase(inject('postgresUrl')))
    const { close } = await useDatabase(async () => url.href)
    onTestFinished(close)
    const handOff = await loadHandOff()
    await onServer((client) => client.query(`ALTER DATABASE ${url.pathname.slice(1)} ALLOW_CONNECTIONS false`))
    await endConnections(url)
    const answer = await handOff('mailto')
    expect(answer).toMatchObject({ outcome: 'composed', count: 'refused', typed: texts })
    expect(answer).toMatchObject({ url: expect.stringMatching(/^mailto:/) })
  })
})

test('the pool recovers from lost connections, and no acknowledged action is lost or counted twice', async () => {
  const url = new URL(await createDatabase(inject('postgresUrl')))
  const { db, close } = await useDatabase(async () => url.href)
  onTestFinished(close)
  const { createAction } = await import('@/lib/actions/data/writer')
  const reading = db
    .$queryRawUnsafe<{ n: number }[]>('SELECT 1 AS n FROM (SELECT pg_sleep(2)) AS waited')
    .then((rows) => rows)
  await expect
    .poll(
      async () =>
        (
          await onServer((client) =>
            client.query(`SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(2)%' AND datname = $1`, [
              url.pathname.slice(1),
            ]),
          )
        ).rowCount,
      { timeout: 10_000 },
    )
    .toBe(1)
  await endConnections(url)
  expect(await reading).toEqual([{ n: 1 }])

  const acknowledged: string[] = []
  let isOver = false
  const record = async (own: number) => {
    for (let number = 0; !isOver; number++) {
      const key = `20261126-${own}-${number}`
      const kept = await createAction(toAction(key)).then(
        () => true,
        () => false,
      )
      if (kept) acknowledged.push(key)
    }
  }
  const recording = Array.from({ length: 16 }, (_, own) => record(own))
  for (let round = 1; round <= 10; round++) {
    await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(round * 50)
    await endConnections(url)
  }
  isOver = true
  await Promise.all(recording)
  const kept = new Set((await db.action.findMany({ select: { key: true } })).map(({ key }) => key))
  expect(acknowledged.filter((key) => !kept.has(key))).toEqual([])
  await expectExactJournal(db)
})

const toAction = (key: string) => {
  const kept = {
    seatCode: 'E14001063',
    channel: 'x',
    kind: 'opened',
    day: '2026-11-26',
    key,
    source: null,
    isPersonal: null,
    ruleId: null,
  } as const
  return { ...kept, openedKey: key, prefix: 'connection', cap: 1_000_000, hour: 12 }
}

async function onServer<Answer>(ask: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}

const endConnections = (url: URL) =>
  onServer((client) =>
    client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [url.pathname.slice(1)]),
  )
