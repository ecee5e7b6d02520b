import 'server-only'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { BackupError, listTables } from './backup-file'
import { ephemeralTables } from './ephemeral'
import { applyToSqlite, listMigrations } from './migrate'

type Column = { name: string; type: string }

const atATime = 2_000
const columnsOf = (db: Database.Database, table: string) =>
  db.prepare<[string], Column>('SELECT name, upper(type) AS type FROM pragma_table_info(?) ORDER BY cid').all(table)
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
const list = (columns: Column[]) => columns.map(({ name }) => quote(name)).join(', ')

/**
 * Converts a column to the form Prisma stores in SQLite. Other values arrive as text, which SQLite converts for
 * numeric columns.
 */
function toSqlite({ name, type }: Column): string {
  if (type === 'BLOB') return quote(name)
  if (type === 'BOOLEAN') return `${quote(name)}::int`
  if (type === 'DATETIME') return `to_char(${quote(name)}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"+00:00"')`
  return `${quote(name)}::text`
}

/** Converts a value to JSON that PostgreSQL can read into its column. */
function toPostgres(value: unknown, { type }: Column): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (type === 'DATETIME' && typeof value === 'number') return new Date(value).toISOString()
  return value
}

/**
 * Copies a snapshot of a PostgreSQL database into an empty SQLite file with the same schema, leaving out the
 * ephemeral tables.
 * @throws BackupError when a newer version of the site has migrated it
 */
export async function copyFromPostgres(url: string, file: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  const db = new Database(file)
  try {
    await client.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows: applied } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const known = await listMigrations('sqlite')
    const unknown = applied.find(({ name }) => !known.some((migration) => migration.name === name))
    if (unknown)
      throw new BackupError(
        `The database has migration ${unknown.name}, which this version does not know. Make the backup with the version that applied it.`,
      )
    db.exec('PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = OFF; BEGIN')
    applyToSqlite(
      db,
      known.filter(({ name }) => applied.some((row) => row.name === name)),
    )
    for (const table of listTables(db)) if (!ephemeralTables.includes(table)) await copyTable(client, db, table)
    db.exec('COMMIT')
  } finally {
    db.close()
    await client.end()
  }
}

async function copyTable(client: Client, db: Database.Database, table: string): Promise<void> {
  const columns = columnsOf(db, table)
  const insert = db.prepare(
    `INSERT INTO ${quote(table)} (${list(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  await client.query(
    `DECLARE every_row NO SCROLL CURSOR FOR SELECT ${columns.map(toSqlite).join(', ')} FROM ${quote(table)}`,
  )
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `FETCH ${atATime} FROM every_row`, rowMode: 'array' })
    for (const row of rows) insert.run(...row)
    if (rows.length < atATime) break
  }
  await client.query('CLOSE every_row')
}

/**
 * Fills a migrated, empty PostgreSQL database from an SQLite file with the same schema, in `client`'s open
 * transaction.
 */
export async function copyToPostgres(file: string, client: Client): Promise<void> {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    for (const table of sortByReference(db)) {
      const columns = columnsOf(db, table)
      const { rows: types } = await client.query<{ name: string; type: string }>(
        'SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped',
        [quote(table)],
      )
      const shape = columns
        .map(({ name }) => `${quote(name)} ${types.find((each) => each.name === name)?.type ?? 'text'}`)
        .join(', ')
      const insert = `INSERT INTO ${quote(table)} (${list(columns)}) SELECT ${list(columns)} FROM json_to_recordset($1::json) AS given(${shape})`
      let rows: object[] = []
      const send = async () => {
        if (rows.length > 0) await client.query(insert, [JSON.stringify(rows)])
        rows = []
      }
      for (const row of db
        .prepare<[], Record<string, unknown>>(`SELECT ${list(columns)} FROM ${quote(table)}`)
        .iterate()) {
        rows.push(Object.fromEntries(columns.map((column) => [column.name, toPostgres(row[column.name], column)])))
        if (rows.length === atATime) await send()
      }
      await send()
      // Move the sequence past the copied ids.
      const isNumbered = types.some(({ name, type }) => name === 'id' && type === 'integer')
      if (isNumbered)
        await client.query(
          `SELECT setval(pg_get_serial_sequence($1, 'id'), max("id")) FROM ${quote(table)} HAVING max("id") IS NOT NULL`,
          [quote(table)],
        )
    }
  } finally {
    db.close()
  }
}

/** The tables, each after those it references. */
function sortByReference(db: Database.Database): string[] {
  const sorted: string[] = []
  const visit = (table: string): void => {
    if (sorted.includes(table)) return
    for (const other of db
      .prepare<[string], string>('SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)')
      .pluck()
      .all(table))
      if (other !== table) visit(other)
    sorted.push(table)
  }
  for (const table of listTables(db)) visit(table)
  return sorted
}
