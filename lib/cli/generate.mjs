// `npm run generate`: generates a SQLite and a PostgreSQL client from one schema. Prisma’s CLI would download its
// native schema engine, which generating doesn’t need, so we point it at an existing file and stay off the network.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './setup.mjs'

const folder = path.join(root, 'lib/shared/database/generated')
const source = readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const postgresqlSchema = path.join(folder, 'postgresql.prisma')
writeFileSync(
  postgresqlSchema,
  source
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('../lib/shared/database/generated/sqlite', './postgresql'),
)

for (const schema of [path.join(root, 'prisma/schema.prisma'), postgresqlSchema]) {
  await run(
    `prisma generate (${path.basename(schema)})`,
    [path.join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', schema, '--no-hints'],
    { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  )
}
