// One database's part of record-action.ts at one fill, in a process of its own. Each line that it
// prints has the columns of the table, two or more spaces apart.
import { randomUUID } from 'node:crypto'
import { database } from '@/lib/shared/database/client'
import { directorySeed } from '@/lib/members/data/read-seed'
import { seedMessageRules } from '@/lib/messages/data/rules'
import { migrate } from '@/lib/shared/database/migrate'
import { seedDirectory } from '@/lib/members/data/seed'
import { channels } from '@/lib/actions/model/channel'
import { toUkDay } from '@/lib/shared/model/uk-time'
import { env } from '@/lib/shared/env'
import { getCounts, getSeatCounts } from '@/lib/actions/get-counts'
import { recordAction } from '@/lib/actions/record'
import { showSeat } from '@/lib/actions/show-seat'
import { composeActionKey } from '@/lib/actions/visitor-key'
import { openBareDatabase } from './bare-database'
import { median } from './figures'

const [name = '', rowsGiven = '0'] = process.argv.slice(2)
const rows = Number(rowsGiven)
const inFlight = 64
const rounds = 5
const perRound = { record: 20_000, bare: 4_000, read: 200 }
const target = { SQLite: '10,000/s, p99 50 ms', PostgreSQL: '8,000/s, p99 50 ms' }[name] ?? ''

type Round = { perSecond: number; p50Ms: number; p99Ms: number }

/** Runs some work, so many at a time. */
async function measure(number: number, width: number, work: () => Promise<unknown>): Promise<Round> {
  const tookMs: number[] = []
  let left = number
  const start = performance.now()
  const worker = async () => {
    while (left-- > 0) {
      const begun = performance.now()
      await work()
      tookMs.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  const perSecond = (number / (performance.now() - start)) * 1000
  const sorted = tookMs.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN
  return { perSecond, p50Ms: at(0.5), p99Ms: at(0.99) }
}

const middle = (results: Round[], field: keyof Round) => median(results.map((result) => result[field]))
const rate = (results: Round[]) => {
  const perSecond = Math.round(middle(results, 'perSecond')).toLocaleString('en-GB')
  return `${perSecond}/s, p50 ${middle(results, 'p50Ms').toFixed(1)} ms, p99 ${middle(results, 'p99Ms').toFixed(1)} ms`
}
const micros = (results: Round[]) => `${Math.round(middle(results, 'p50Ms') * 1000).toLocaleString('en-GB')} µs`

const seats = directorySeed().seats
const now = new Date()
const compose = () => {
  const pick = <Item>(from: readonly [Item, ...Item[]] | Item[]) => from[Math.floor(Math.random() * from.length)]
  const seatCode = pick(seats)?.code ?? ''
  const group = { seatCode, channel: pick([...channels]) ?? 'x', kind: 'opened', day: toUkDay(now) } as const
  const key = randomUUID()
  return { ...group, source: null, isPersonal: null, key, prefix: key } // every visitor at an address of their own: the most rows to write
}
const seat = seats.find(({ slug }) => slug === 'manchester-central')
if (!seat) throw new Error('Manchester Central is gone')

await migrate(env.DATABASE_URL)
const bare = openBareDatabase(env.DATABASE_URL)
if (rows > 0)
  await bare.fill(
    rows,
    seats.map(({ code }) => code),
  )
const db = await database()
await seedDirectory(db)
await seedMessageRules(db)

const insertBare = () => {
  const { key, seatCode, channel, kind, source, isPersonal, day } = compose()
  const group = { seatCode, channel, kind, day }
  return bare.insert({ ...group, source, isPersonal, ruleId: null, key: composeActionKey(key, group) })
}
const record = () => recordAction({ ...compose(), now })
const reads = {
  'all counts': () => getCounts(now),
  'one seat’s counts': () => getSeatCounts(seat.code, now),
  'what a seat’s page shows': () => showSeat(seat.slug, now),
}

await measure(perRound.record / 4, inFlight, record) // warm
const records: Round[] = []
const bares: Round[] = []
for (let round = 0; round < rounds; round++) {
  bares.push(await measure(perRound.bare, inFlight, insertBare))
  records.push(await measure(perRound.record, inFlight, record))
}
const print = (what: string, ...columns: string[]) =>
  console.log([`${name}, ${rows.toLocaleString('en-GB')} rows, ${what}`, ...columns].join('  '))
const ratio = median(records.map(({ perSecond }, round) => perSecond / (bares[round]?.perSecond ?? NaN)))
print('recording, 64 in flight', rate(records), `bare single inserts: ${rate(bares)}`, ratio.toFixed(2), target)

for (const [what, read] of Object.entries(reads)) {
  const own: Round[] = []
  const alone: Round[] = []
  await measure(perRound.read, 1, read)
  for (let round = 0; round < rounds; round++) {
    alone.push(await measure(perRound.read, 1, insertBare))
    own.push(await measure(perRound.read, 1, read))
  }
  print(
    what,
    micros(own),
    `bare single insert: ${micros(alone)}`,
    (middle(own, 'p50Ms') / middle(alone, 'p50Ms')).toFixed(2),
    'the same at every fill',
  )
}
process.exit(0)
