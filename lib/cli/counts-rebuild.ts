// `npm run counts:rebuild`: compares the journal with the actions it summarises, and repairs it. The site can be
// running. Exit code 0 if the journal is now right, whether or not it needed repair.
import './dotenv'
import { database } from '../shared/database/client'
import { findSeatPage } from '../members/data/read-seed'
import { migrate } from '../shared/database/migrate'
import { rebuildCounts } from '../actions/data/rebuild-counts'
import { env } from '../shared/env'

await migrate(env.DATABASE_URL)
const db = await database()
const differences = await rebuildCounts(db).finally(() => db.$disconnect())

for (const { seatCode, source, wording, channel, kind, day, written, actual } of differences) {
  const where =
    source === undefined ? (findSeatPage(seatCode)?.name ?? seatCode) : `source “${source}” ${wording}`.trim()
  console.log(`${where}, ${channel}, ${kind}, ${day ?? 'all days'}: ${written} -> ${actual}`)
}
console.log(differences.length === 0 ? 'The journal agrees with the actions.' : `Repaired: ${differences.length}.`)
