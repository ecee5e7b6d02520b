// npm run bench [-- part …] [--write]: figures and ratios, each against a baseline measured in the same run. They
// depend on the machine and what else it is doing, so nothing here passes or fails. With --write the rows go into
// figures.json and README.md beside this file.
import { benchActions } from './actions'
import { benchAlone } from './alone'
import { benchBytes } from './bytes'
import { benchEvening } from './evening'
import { type Row, toMarkdown } from './figures'
import { benchPages } from './pages'
import { describeRun, type Part, readResults, updateFigures, writeResults } from './results'
import { benchSeats } from './seats'
import { benchTyping } from './typing'

const parts: Partial<Record<Part, () => Row[] | Promise<Row[]>>> = {
  postcodes: () => benchAlone('Postcode index', 'tests/bench/postcode-index.ts'),
  names: () => benchAlone('Names and places', 'tests/bench/names.ts'),
  recording: () => benchAlone('Recording', 'tests/bench/record-action.ts'),
  letters: () => benchAlone('Letters', 'tests/bench/letters.ts'),
  actions: benchActions,
  pages: benchPages,
  seats: benchSeats,
  bytes: benchBytes,
  typing: benchTyping,
}
// Only when asked for by name: a quarter or half of an hour, and gigabytes of disk.
const longParts: typeof parts = {
  evening: benchEvening,
  growth: () => benchAlone('Growth', 'tests/bench/record-action.ts', '0', '1000000', '10000000'),
}
const everything = { ...parts, ...longParts }
const isPart = (name: string): name is Part => name in everything

const names = process.argv.slice(2).filter((name) => !name.startsWith('--'))
const unknown = names.filter((name) => !isPart(name))
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}. Parts: ${Object.keys(everything).join(', ')}.`)
  process.exit(1)
}

const rows: (Row & { part: Part })[] = []
for (const [part, bench] of Object.entries(names.length > 0 ? everything : parts)) {
  if (!isPart(part) || (names.length > 0 && !names.includes(part))) continue
  console.error(`> ${part}`)
  rows.push(...(await bench()).map((row) => ({ ...row, part })))
}

console.log(`\nMeasured on ${describeRun().machine}.\n`)
console.log(toMarkdown(rows))
if (process.argv.includes('--write')) writeResults(updateFigures(readResults(), rows))
