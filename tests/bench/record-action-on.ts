// One database's part of record-action.ts, in a process of its own. Each line that it prints is a
// name, two or more spaces, and a figure.
import { randomUUID } from 'node:crypto'
import { migrate } from '@/lib/data/migrate'
import { channels } from '@/lib/domain/channel'
import { env } from '@/lib/env'
import { recordAction } from '@/lib/operations/record-action'
import { getCounts } from '@/lib/operations/get-counts'
import { directoryFacts } from '@/lib/data/facts'
import { openBareDatabase } from './bare-database'

const [name = '', rowsGiven = '0'] = process.argv.slice(2)
const rows = Number(rowsGiven)
const inFlight = 64
const rounds = 5
const perRound = { record: 20_000, bare: 4_000, read: 50 }

type Round = { perSecond: number; p50Ms: number; p99Ms: number }

function at(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN
}

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
  return { perSecond: (number / (performance.now() - start)) * 1000, p50Ms: at(tookMs, 0.5), p99Ms: at(tookMs, 0.99) }
}

function print(what: string, results: Round[]) {
  const median = (field: keyof Round) => at(results.map((result) => result[field]), 0.5)
  const perSecond = Math.round(median('perSecond')).toLocaleString('en-GB')
  const figure = `${perSecond}/s, p50 ${median('p50Ms').toFixed(1)} ms, p99 ${median('p99Ms').toFixed(1)} ms (median of ${results.length})`
  console.log(`${`${name}, ${what}`.padEnd(46)}  ${figure}`)
}

const codes = directoryFacts().seats.map(({ code }) => code)
const pick = (from: readonly string[]) => from[Math.floor(Math.random() * from.length)] ?? ''
const now = new Date()
const record = () => {
  const channel = channels[Math.floor(Math.random() * channels.length)] ?? 'x'
  return recordAction({ seatCode: pick(codes), channel, kind: 'opened', source: null, key: randomUUID(), now })
}

async function measureAll(state: string) {
  const records: Round[] = []
  const bares: Round[] = []
  const reads: Round[] = []
  await measure(perRound.record / 4, inFlight, record) // warm
  for (let round = 0; round < rounds; round++) {
    bares.push(await measure(perRound.bare, inFlight, () => bare.insert(randomUUID(), pick(codes))))
    records.push(await measure(perRound.record, inFlight, record))
    reads.push(await measure(perRound.read, 1, () => getCounts(now)))
  }
  print(`record an action, ${state}`, records)
  print(`bare single insert, ${state}`, bares)
  const ratio = at(records.map(({ perSecond }, round) => perSecond / (bares[round]?.perSecond ?? NaN)), 0.5)
  console.log(`${`${name}, record to bare, ${state}`.padEnd(46)}  ${ratio.toFixed(2)} times as fast`)
  print(`read the counts, ${state}`, reads)
}

await migrate(env.DATABASE_URL)
const bare = await openBareDatabase(env.DATABASE_URL)
await measureAll('empty')
if (rows > 0) {
  await bare.fill(rows, codes)
  await measureAll(`${rows.toLocaleString('en-GB')} rows`)
}
process.exit(0)
