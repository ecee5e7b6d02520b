// `npm run seed:build`: combines the published sources into prisma/seed/seats.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { formatDirectorySeed, parseDirectorySeed } from '../members/model/seed'
import { buildDirectorySeed } from '../members/build-seed'

const option = { type: 'string' } as const
const { members, boundaries, hexes, date } = parseArgs({
  options: { members: option, boundaries: option, hexes: option, date: option },
}).values

if (members && boundaries && hexes && date) {
  const read = (file: string) => readFileSync(file, 'utf8')
  const seed = buildDirectorySeed({ members: read(members), boundaries: read(boundaries), hexes: read(hexes), date })
  const text = formatDirectorySeed(seed)
  parseDirectorySeed(text) // throws if the seed couldn’t read it
  mkdirSync('prisma/seed', { recursive: true })
  writeFileSync('prisma/seed/seats.json', text)
  console.log(`prisma/seed/seats.json: ${seed.seats.length} seats as of ${date}.`)
} else {
  console.error('Usage: npm run seed:build -- --members CSV --boundaries GEOJSON --hexes HEXJSON --date YYYY-MM-DD')
  process.exitCode = 1
}
