// `npm run members:sync`: updates the directory of MPs from Parliament’s Members API.
// Exit code 0 if the directory now agrees with Parliament, 1 if it wasn’t updated.
import './dotenv'
import { database } from '../shared/database/client'
import { findSeatPage } from '../members/data/read-seed'
import { migrate } from '../shared/database/migrate'
import { seedDirectory } from '../members/data/seed'
import { env } from '../shared/env'
import { syncAll } from '../members/run-sync'
import { createProgress } from './progress'
import { formatBeside, formatSyncOutcome } from '../members/describe-sync'

const labels = { members: 'Pages of MPs', contacts: 'Contacts', vacancies: 'Vacant seats', posts: 'Lists of posts' }

if (env.MEMBERS_API_URL === '') {
  console.error('MEMBERS_API_URL is empty, so there is nothing to sync from. The directory was not changed.')
  process.exit(1)
}

const progress = createProgress(process.stderr)
// Not `once`: npm forwards Ctrl-C too, so the signal arrives twice.
process.on('SIGINT', () => {
  progress.stop()
  console.error('Interrupted. A sync is applied completely or not at all, so the directory is intact.')
  process.exit(130)
})

await migrate(env.DATABASE_URL)
const db = await database()
await seedDirectory(db)
const result = await syncAll(db, {
  actor: null,
  now: new Date(),
  onProgress: ({ step, done, total }) => progress.show(labels[step], done, total),
}).finally(() => progress.stop())
await db.$disconnect()

for (const line of formatSyncOutcome(result, (code) => findSeatPage(code)?.name ?? code)) console.log(line)
for (const line of formatBeside(result)) console.log(line)
process.exitCode = result.outcome === 'applied' || result.outcome === 'unchanged' ? 0 : 1
