import { mkdtempSync } from 'node:fs'
import os from 'node:os'
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

export default defineConfig({
  test: {
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
      {
        ...shared,
        test: {
          name: 'integration',
          env,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/integration/postgres.ts'],
          sequence: { shuffle: true },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
