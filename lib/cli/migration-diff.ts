import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import pg from 'pg'
import { byProvider, dialectOf } from '../shared/database/dialect'

/**
 * The SQL that the migrations still lack to match `prisma/schema.prisma`, from Prisma’s schema engine compiled to
 * WebAssembly.
 * @param url a database with every migration applied
 * @returns a script, or a single comment line if nothing differs
 */
export async function diffMigrations(url: string): Promise<string> {
  const factory = byProvider(url, {
    sqlite: (file) => new PrismaBetterSqlite3({ url: file }),
    postgresql: postgresFactory,
  })
  const source = await readFile('prisma/schema.prisma', 'utf8')
  const schema = {
    path: 'schema.prisma',
    content: source.replace('provider = "sqlite"', `provider = "${dialectOf(url).provider}"`),
  }
  await loadEngine()
  const engine = await glue.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files: [schema], configDir: process.cwd() },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  engine.free()
  return (stdout ?? '').trim()
}

// The engine reads columns of PostgreSQL’s one-byte type "char" (oid 18) from the catalogue, but the adapter rejects
// them. So we present them to the adapter as text and restore their type in its result.
function postgresFactory(url: string): PrismaPg {
  const pool = new pg.Pool({ connectionString: url })
  const charColumns = new Set<string>()
  const queryPool = pool.query.bind(pool)
  const query = async (config: pg.QueryArrayConfig) => {
    const result = await queryPool(config)
    for (const field of result.fields.filter(({ dataTypeID }) => dataTypeID === 18)) {
      charColumns.add(field.name)
      field.dataTypeID = 25
    }
    return result
  }
  const factory = new PrismaPg(Object.assign(pool, { query }), { disposeExternalPool: true })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (statement) => {
      const result = await queryRaw(statement)
      const columnTypes = result.columnTypes.map((type, i) =>
        charColumns.has(result.columnNames[i] ?? '') ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    return adapter
  }
  return factory
}

let isLoaded = false

// The package’s own entry point imports the .wasm file as a module, which Node 20 doesn’t support.
async function loadEngine() {
  if (isLoaded) return
  isLoaded = true
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  })
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/js$/, 'wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  if (typeof instance.exports.__wbindgen_start === 'function') instance.exports.__wbindgen_start()
}
