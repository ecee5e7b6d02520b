// npm run bench [-- part …]: figures and ratios, each against a baseline measured in the same run.
// They describe a machine and its mood, so nothing here passes or fails.
import os from 'node:os'
import { benchActions } from './actions'
import { benchAlone } from './alone'
import { benchBytes } from './bytes'
import { benchEvening } from './evening'
import { type Row, toMarkdown } from './figures'
import { benchPages } from './pages'
import { benchSeats } from './seats'
import { benchTyping } from './typing'

const parts: Record<string, () => Row[] | Promise<Row[]>> = {
  postcodes: () => benchAlone('Postcode index', 'tests/bench/postcode-index.ts'),
  recording: () => benchAlone('Recording', 'tests/bench/record-action.ts'),
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

const names = process.argv.slice(2).filter((name) => !name.startsWith('--'))
const unknown = names.filter((name) => !(name in everything))
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}. Parts: ${Object.keys(everything).join(', ')}.`)
  process.exit(1)
}

const rows: Row[] = []
for (const [name, bench] of Object.entries(names.length > 0 ? everything : parts)) {
  if (names.length > 0 && !names.includes(name)) continue
  console.error(`> ${name}`)
  rows.push(...(await bench()))
}

const cpus = os.cpus()
console.log(`\nMeasured on ${cpus[0]?.model.trim()}, ${cpus.length} cores, Node ${process.version}, ${os.type()}.\n`)
console.log(toMarkdown(rows))
