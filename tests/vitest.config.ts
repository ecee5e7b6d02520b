import './own-temp.mjs'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import os, { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const shared = {
  root,
  // react-server makes `server-only` importable, as it is in Next's server.
  resolve: { alias: { '@': root }, conditions: ['react-server'] },
  ssr: { resolve: { conditions: ['react-server'], externalConditions: ['react-server'] } },
}

// Not the project's own: tests leave the ids of their databases there.
const env = { VAR_DIR: mkdtempSync(path.join(os.tmpdir(), 'stable futures var ')) }

/** The integration tests, or those of them that are about both databases. */
const integrationTests = readdirSync(path.join(root, 'tests/integration'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/integration/${name.replaceAll(path.sep, '/')}`)
const isOnEach = (name: string) =>
  /onEachDatabase\(|each\(databases\)/.test(readFileSync(path.join(root, name), 'utf8'))

const integration = (name: string, kind: 'SQLite' | 'PostgreSQL', include: string[]) => ({
  ...shared,
  test: {
    name,
    env: { ...env, TEST_DATABASE: kind, LOG_LEVEL: 'silent', MEMBERS_API_URL: '', COMMITTEES_API_URL: '' },
    include,
    globalSetup: ['tests/integration/servers.ts'],
    setupFiles: ['tests/integration/own-database.ts'],
    sequence: { shuffle: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: {
    // Most tests wait for a disk, a process or a database as long as they compute.
    maxWorkers: availableParallelism() + 1,
    experimental: { fsModuleCache: true },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          env,
          include: ['tests/unit/**/*.test.ts'],
          sequence: { shuffle: true },
          testTimeout: 30_000,
        },
      },
      integration('sqlite', 'SQLite', integrationTests),
      integration('postgresql', 'PostgreSQL', integrationTests.filter(isOnEach)),
    ],
  },
})
