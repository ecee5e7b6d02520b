import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { directorySeed } from '@/lib/members/data/read-seed'
import { composeNamedSeat } from '@/lib/members/model/named-seats'
import { createNameIndex, searchNames } from '@/lib/members/model/search-names'
import { decodePlaces } from '@/lib/members/places/file'
import { placesFile } from '@/lib/members/places/load'
import { nameInputs } from '@/tests/fixtures/typed-inputs'

// node --expose-gc --conditions=react-server --import tsx tests/bench/names.ts
// The search by name and place: its file, its memory, and what it answers in a second, by kind of input.

const rounds = 5
const bytes = readFileSync(placesFile)

async function memoryInUse(): Promise<number> {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.()
    await setTimeout(10)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function timeMs(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}

const { seats } = directorySeed()
const build = (places: ReturnType<typeof decodePlaces>) =>
  createNameIndex(
    seats.map(({ slug, name, member, code, region }) => composeNamedSeat({ slug, name, mp: member }, code, region)),
    places,
  )
const count = (value: number) => Math.round(value).toLocaleString('en-GB')
/** Columns as alone.ts reads them. */
const print = (...columns: string[]) => console.log(columns.join('  '))

/** The bytes that one of several takes, and the last of them: one alone is within the noise of the heap. */
async function measureMemory<Value>(make: () => Value, times: number): Promise<{ perOne: number; made: Value }> {
  let made = make()
  const before = await memoryInUse()
  const all = Array.from({ length: times }, make)
  const perOne = ((await memoryInUse()) - before) / times
  made = all[0] ?? made
  return { perOne, made }
}

const places = await measureMemory(() => decodePlaces(bytes), 5)
const index = await measureMemory(() => build(places.made), 3)
const openMs = median(Array.from({ length: 9 }, () => timeMs(() => decodePlaces(bytes))))
const buildMs = median(Array.from({ length: 9 }, () => timeMs(() => build(places.made))))

const kinds: [name: string, inputs: string[], target: string][] = [
  ['called just that', nameInputs.flatMap(([typed, outcome]) => (outcome === 'names' ? [typed] : [])), '-'],
  ['with typing errors', nameInputs.flatMap(([typed, outcome]) => (outcome === 'nearly' ? [typed] : [])), '-'],
  ['every place', places.made.names, '-'],
]

print('file of places', `${count(bytes.length)} bytes, ${count(places.made.names.length)} places`, '-', '-', '-')
print('places in memory', `${count(places.perOne)} bytes`, '-', '-', '-')
print('names, MPs and words for typing errors in memory', `${count(index.perOne)} bytes`, '-', '-', '-')
print('open the places', `${openMs.toFixed(1)} ms (median of 9)`, '-', '-', '-')
print('prepare the search, after each change of an MP', `${buildMs.toFixed(1)} ms (median of 9)`, '-', '-', '-')
for (const [name, inputs, target] of kinds) {
  const times = Math.max(1, Math.ceil(500 / inputs.length))
  const round = () => {
    for (let time = 0; time < times; time++) for (const typed of inputs) searchNames(index.made, typed)
  }
  round()
  const ms = median(Array.from({ length: rounds }, () => timeMs(round)))
  print(`searches, ${name}`, `${count((inputs.length * times * 1_000) / ms)}/s (median of ${rounds})`, '-', '-', target)
}
const worst = Math.max(...nameInputs.map(([typed]) => timeMs(() => searchNames(index.made, typed))))
print('the slowest of the table of inputs', `${worst.toFixed(1)} ms`, '-', '-', '≤ 50 ms')
