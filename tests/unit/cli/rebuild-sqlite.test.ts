import { expect, test } from 'vitest'
import { needsRebuild } from '@/lib/cli/native/rebuild-sqlite.mjs'

test.each([
  ['20.19.0', false],
  ['22.23.3', false],
  ['24.18.1', false],
  ['24.19.0', true],
  ['24.21.0', true],
  ['26.1.0', true],
])('on Node %s, better-sqlite3 has to be compiled: %s', (version, isNeeded) => {
  expect(needsRebuild(version)).toBe(isNeeded)
})
