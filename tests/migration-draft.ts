import './own-temp.mjs'
import path from 'node:path'
import { diffMigrations } from '@/lib/cli/migration-diff'
import { migrate } from '@/lib/shared/database/migrate'
import { createDatabase, startPostgres } from './postgres'

// `npm run --silent migration:draft`: prints the SQL that the migrations still lack, for both databases. It makes empty
// ones, so it is here, beside the PostgreSQL of the tests.
const server = await startPostgres()
try {
  const databases = {
    sqlite: `file:${path.join(process.env.TMPDIR ?? '', 'draft.db')}`,
    postgresql: await createDatabase(server.url),
  }
  for (const [provider, url] of Object.entries(databases)) {
    await migrate(url)
    const sql = await diffMigrations(url)
    const isEmpty = sql === '-- This is an empty migration.'
    console.log(
      `-- prisma/migrations/${provider}\n${isEmpty ? '-- Nothing to do: the migrations match the schema.' : sql}\n`,
    )
  }
} finally {
  await server.stop()
}
