// `npm run members:sync`: brings the directory of MPs in line with Parliament's Members API.
// Exit code 0 when the directory now agrees with Parliament, 1 when it is as it was.
import './dotenv'
import { database } from '../shared/database/client'
import { createDirectoryStore } from '../members/data/sync-store'
import { findSeatPage } from '../members/data/facts'
import { migrate } from '../shared/database/migrate'
import { seedDirectory } from '../members/data/seed'
import { env } from '../shared/env'
import { createMembersApiClient } from '../members/members-api/client'
import { syncMembers } from '../members/sync'
import { createProgress } from './progress'
import { formatSyncOutcome } from '../members/describe-sync'

const LABELS = { members: 'Members, by page', contacts: 'Contacts', vacancies: 'Seats without a Member' }

if (env.MEMBERS_API_URL === '') {
  console.error('MEMBERS_API_URL is empty, so Parliament is not asked. The directory is as it was.')
  process.exit(1)
}

const progress = createProgress(process.stderr)
// Not `once`: npm passes Ctrl-C on, so that it comes twice.
process.on('SIGINT', () => {
  progress.stop()
  console.error('Interrupted. The directory is never left half written.')
  process.exit(130)
})

await migrate(env.DATABASE_URL)
const db = await database()
await seedDirectory(db)
const result = await syncMembers({
  client: createMembersApiClient({ baseUrl: env.MEMBERS_API_URL }),
  directory: createDirectoryStore(db),
  now: () => new Date(),
  onProgress: ({ step, done, total }) => progress.show(LABELS[step], done, total),
}).finally(() => progress.stop())
await db.$disconnect()

for (const line of formatSyncOutcome(result, (code) => findSeatPage(code)?.name ?? code)) console.log(line)
process.exitCode = result.outcome === 'applied' || result.outcome === 'unchanged' ? 0 : 1
