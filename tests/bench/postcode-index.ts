import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { decodePostcodeIndex } from '@/lib/postcodes/index/decode'
import { postcodeIndexFile } from '@/lib/postcodes/index/load'
import { postcodeAt, unitsPerSector } from '@/lib/postcodes/index/numbering'
import { listSectorNumbers, openPostcodeIndex } from '@/lib/postcodes/index/open'

// node --expose-gc --conditions=react-server --import tsx tests/bench/postcode-index.ts
// Lookups are over all live postcodes and as many that do not exist, shuffled; the baseline is a
// Map from postcode to code, asked for the same strings in the same run.

const rounds = 5
const bytes = readFileSync(postcodeIndexFile)

async function memoryInUse(): Promise<number> {
  // Buffers are given back a turn after the collection that finds them.
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.()
    await setTimeout(10)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}

function timeMs(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Fisher and Yates, with a fixed linear congruential generator, so that runs are comparable. */
function shuffle(values: string[]): string[] {
  let state = 1
  for (let at = values.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = state % (at + 1)
    const [a = '', b = ''] = [values[at], values[other]]
    values[at] = b
    values[other] = a
  }
  return values
}

const firstOpenMs = timeMs(() => openPostcodeIndex(bytes))
for (let warm = 0; warm < 3; warm++) openPostcodeIndex(bytes)
// Twenty, since the process's own heap moves by 0.2 MB between two measurements: compiled code, half-empty pages.
const before = await memoryInUse()
const opened = Array.from({ length: 20 }, () => openPostcodeIndex(bytes))
const memoryBytes = ((await memoryInUse()) - before) / opened.length
const [index = openPostcodeIndex(bytes)] = opened
const openMs = median(Array.from({ length: 21 }, () => timeMs(() => openPostcodeIndex(bytes))))

const codes = new Map<string, string>()
const strangers: string[] = []
for (const sector of listSectorNumbers(decodePostcodeIndex(bytes))) {
  for (let unit = 0; unit < unitsPerSector; unit++) {
    const postcode = postcodeAt(sector, unit)
    const answer = index.find(postcode)
    if (answer.kind === 'live') codes.set(postcode, answer.code)
    else if (strangers.length < codes.size) strangers.push(postcode)
  }
}
// Copied after shuffling: a request brings a fresh string, not one from a far corner of the heap.
const asked = shuffle([...codes.keys(), ...strangers]).map((postcode) => Buffer.from(postcode).toString())
let found = 0

function timeRounds(isKnown: (postcode: string) => boolean): number[] {
  const round = () => asked.forEach((postcode) => (found += Number(isKnown(postcode))))
  return Array.from({ length: rounds }, () => timeMs(round))
}

const indexMs = timeRounds((postcode) => index.find(postcode).kind === 'live')
const mapMs = timeRounds((postcode) => codes.get(postcode) !== undefined)
if (found !== codes.size * rounds * 2) throw new Error(`Found ${found}, not ${codes.size * rounds * 2}`)

const count = (value: number) => Math.round(value).toLocaleString('en-GB')
const speed = (times: number[]) => {
  const perSecond = (ms: number) => count((asked.length / ms) * 1000)
  return `${perSecond(median(times))}/s (median of ${rounds}; best ${perSecond(Math.min(...times))})`
}
/** Columns as alone.ts reads them. */
const print = (...columns: string[]) => console.log(columns.join('  '))
print('file', `${count(bytes.length)} bytes`, '-', '-', '≤ 450 kB')
print(
  'memory once open, one of 20',
  `${count(memoryBytes)} bytes (heap and external${globalThis.gc ? '' : '; inexact without --expose-gc'})`,
  '-',
  '-',
  '≤ 1 MB',
)
print('open', `${openMs.toFixed(1)} ms (median of 21; the first ${firstOpenMs.toFixed(1)} ms)`, '-', '-', '≤ 50 ms')
print(
  'lookups',
  speed(indexMs),
  `\`Map\` of the same strings: ${speed(mapMs)}`,
  (median(mapMs) / median(indexMs)).toFixed(2),
  '≥ 1 million/s',
)
console.error(`${count(codes.size)} live and ${count(strangers.length)} unknown postcodes`)
