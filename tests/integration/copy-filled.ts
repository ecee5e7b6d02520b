import { copyFile, mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { createDatabase } from '../postgres'

/** Makes a database of the kind of this run that is migrated and filled as at the start of a server. @returns its address */
export async function copyFilled(): Promise<string> {
  const { sqliteFile, postgresName } = inject('filled')
  if (process.env.TEST_DATABASE === 'PostgreSQL') return createDatabase(inject('postgresUrl'), postgresName)
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'stable futures ')), 'test.db')
  await copyFile(sqliteFile, file)
  return `file:${file}`
}
