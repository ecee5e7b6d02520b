import { expect } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'

/** Every column of every table, of any type, that holds a mark, in any case: `Table.column`. @param mark in lower case */
export async function scanFor(mark: string, db: PrismaClient, isPostgres: boolean): Promise<string[]> {
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    isPostgres
      ? `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`
      : `SELECT name FROM sqlite_master WHERE type = 'table'`,
  )
  expect(tables.length).toBeGreaterThan(40)
  const found: string[] = []
  for (const { name } of tables) {
    const columns = await db.$queryRawUnsafe<{ name: string }[]>(
      isPostgres
        ? `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${name}'`
        : `SELECT name FROM pragma_table_info('${name}')`,
    )
    for (const column of columns) {
      const [row] = await db.$queryRawUnsafe<{ count: unknown }[]>(
        `SELECT count(*) AS count FROM "${name}" WHERE lower(CAST("${column.name}" AS TEXT)) LIKE '%${mark}%'`,
      )
      if (Number(row?.count) > 0) found.push(`${name}.${column.name}`)
    }
  }
  return found.sort()
}
