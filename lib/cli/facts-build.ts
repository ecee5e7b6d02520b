// `npm run facts:build`: combines the published sources into prisma/facts/seats.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { formatDirectoryFacts, parseDirectoryFacts } from '../members/model/seed'
import { buildSeatFacts } from '../members/build-seed'

const option = { type: 'string' } as const
const { members, boundaries, hexes, date } = parseArgs({
  options: { members: option, boundaries: option, hexes: option, date: option },
}).values

if (members && boundaries && hexes && date) {
  const read = (file: string) => readFileSync(file, 'utf8')
  const facts = buildSeatFacts({ members: read(members), boundaries: read(boundaries), hexes: read(hexes), date })
  const text = formatDirectoryFacts(facts)
  parseDirectoryFacts(text) // throws if the seed couldn’t read it
  mkdirSync('prisma/facts', { recursive: true })
  writeFileSync('prisma/facts/seats.json', text)
  console.log(`prisma/facts/seats.json: ${facts.seats.length} seats as of ${date}.`)
} else {
  console.error('Usage: npm run facts:build -- --members CSV --boundaries GEOJSON --hexes HEXJSON --date YYYY-MM-DD')
  process.exitCode = 1
}
