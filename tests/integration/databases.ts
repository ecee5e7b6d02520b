import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { createDatabase } from '../postgres'

/** The two databases that every integration test runs on: a name, and how to make an empty one. */
export const databases = [
  {
    name: 'SQLite',
    create: async () => `file:${path.join(await mkdtemp(path.join(os.tmpdir(), 'stable futures ')), 'test.db')}`,
  },
  { name: 'PostgreSQL', create: () => createDatabase(inject('postgresUrl')) },
]
