import 'server-only'
import Database from 'better-sqlite3'
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { log } from '../log'
import { expectIdentity, writeMarker } from './identity'
import { makePrivateFile, makePrivateFolder, sqliteFiles, tightenFiles } from './private-files'
import { retryWhileBusy } from './sqlite-adapter'
import { byProvider, type Dialect } from './dialect'

/** A folder of `prisma/migrations/<provider>`: its name, its SQL and the checksum Prisma stores. */
export type Migration = { name: string; sql: string; checksum: string }

type Applied = { migration_name: string; checksum: string }

/** A migration in the database differs from its file, or is unknown to this version of the site. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

// Prisma's own table, so that `prisma migrate deploy` and this runner agree.
const table = (timestamp: string) => `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" ${timestamp},
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" ${timestamp},
  "started_at" ${timestamp} NOT NULL DEFAULT CURRENT_TIMESTAMP, "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`
const select =
  'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'
const selectIdentity = 'SELECT "identity" FROM "DatabaseIdentity" WHERE "id" = 1'
const insertIdentity = 'INSERT INTO "DatabaseIdentity" ("id", "identity") VALUES '
const insert =
  'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES '

/**
 * Applies the migrations in `prisma/migrations`, all or nothing, and only once even when several processes
 * start together. A new database gets an id, which is recorded beside it.
 * @param url `file:…` or `postgres://…`
 * @returns the names of the migrations applied now
 * @throws MigrationError when the database has an unknown or edited migration
 * @throws DatabaseIdentityError when it isn't the database that was here before; nothing is created then
 */
export async function migrate(url: string): Promise<string[]> {
  const { applied, identity } = await byProvider(url, {
    sqlite: (file) => migrateSqlite(url, file),
    postgresql: migratePostgres,
  })
  try {
    if (identity !== null) writeMarker(url, identity)
  } catch (error) {
    // A server with a read-only disk can still serve.
    log.warn({ err: error }, 'cannot save the id of the database, so we would not notice an empty one in its place')
  }
  return applied
}

type Migrated = { applied: string[]; identity: string | null }

async function migrateSqlite(url: string, file: string): Promise<Migrated> {
  if (!existsSync(file)) expectIdentity(url, null) // before anything is created
  const migrations = await listMigrations('sqlite')
  makePrivateFolder(path.dirname(file))
  if (existsSync(file) && !isDatabase(file))
    throw new MigrationError(`${file} is not an SQLite database. Nothing was changed. Check DATABASE_URL.`)
  makePrivateFile(file)
  tightenFiles(sqliteFiles(file))
  // Waiting inside the driver would block this process, which is serving pages in the meantime.
  const db = new Database(file, { timeout: 0 })
  try {
    const identify = () => {
      const isThere = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'DatabaseIdentity'`).get() !== undefined
      return isThere ? (db.prepare<[], { identity: string }>(selectIdentity).get()?.identity ?? null) : undefined
    }
    const apply = db.transaction(() => {
      const applied = applyToSqlite(db, migrations)
      if (identify() === null) db.prepare(`${insertIdentity}(1, ?)`).run(randomUUID())
      return { applied, identity: identify() ?? null }
    })
    return await retryWhileBusy(() => {
      expectIdentity(url, identify() ?? null)
      db.pragma('journal_mode = WAL')
      return apply.immediate()
    }, 10_000)
  } finally {
    db.close()
  }
}

/** Whether a file is empty or has SQLite's header. */
function isDatabase(file: string): boolean {
  const start = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    const bytes = readSync(handle, start)
    return bytes === 0 || start.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(handle)
  }
}

async function migratePostgres(url: string): Promise<Migrated> {
  const migrations = await listMigrations('postgresql')
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const identify = async () => {
      const { rows } = await client.query<{ isThere: boolean }>(
        `SELECT to_regclass('"DatabaseIdentity"') IS NOT NULL AS "isThere"`,
      )
      return rows[0]?.isThere
        ? ((await client.query<{ identity: string }>(selectIdentity)).rows[0]?.identity ?? null)
        : undefined
    }
    await client.query('BEGIN')
    // Prisma Migrate's own lock number, so that the two wait for each other.
    await client.query('SELECT pg_advisory_xact_lock(72707369)')
    expectIdentity(url, (await identify()) ?? null)
    const applied = await applyToPostgres(client, migrations)
    if ((await identify()) === null) await client.query(`${insertIdentity}(1, $1)`, [randomUUID()])
    const identity = (await identify()) ?? null
    await client.query('COMMIT')
    return { applied, identity }
  } finally {
    await client.end() // rolls back any open transaction
  }
}

/**
 * Applies pending migrations in the caller's transaction.
 * @returns their names
 */
export function applyToSqlite(db: Database.Database, migrations: Migration[]): string[] {
  db.exec(table('DATETIME'))
  const todo = findPending(migrations, db.prepare<[], Applied>(select).all())
  const record = db.prepare(`${insert}(?, ?, ?, ?, 1)`)
  for (const { name, sql, checksum } of todo) {
    db.exec(sql)
    record.run(randomUUID(), checksum, name, Date.now())
  }
  return todo.map(({ name }) => name)
}

/** `applyToSqlite` for PostgreSQL. */
export async function applyToPostgres(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query(table('TIMESTAMPTZ'))
  const todo = findPending(migrations, (await client.query<Applied>(select)).rows)
  for (const { name, sql, checksum } of todo) {
    await client.query(sql)
    await client.query(`${insert}($1, $2, $3, now(), 1)`, [randomUUID(), checksum, name])
  }
  return todo.map(({ name }) => name)
}

/** A provider's migrations, in the order they apply. */
export async function listMigrations(provider: Dialect['provider']): Promise<Migration[]> {
  const folder = path.join(process.cwd(), 'prisma/migrations', provider)
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

function findPending(migrations: Migration[], applied: Applied[]): Migration[] {
  for (const row of applied) {
    const known = migrations.find(({ name }) => name === row.migration_name)
    if (!known)
      throw new MigrationError(`The database has migration ${row.migration_name}, which this version does not know.`)
    if (known.checksum !== row.checksum)
      throw new MigrationError(`Migration ${known.name} was edited after it was applied.`)
  }
  const done = new Set(applied.map((row) => row.migration_name))
  return migrations.filter(({ name }) => !done.has(name))
}
