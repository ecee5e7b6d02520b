// `npm run generate`: one schema, two clients. Prisma's CLI wants to download its
// native schema engine; generating does not need it, so any existing file is named
// in its place and no network is asked.
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
