import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../shared/project.mjs'

const mark = path.join(root, 'node_modules/better-sqlite3/build/object-wrap.mark')

/**
 * Whether better-sqlite3 12 aborts on this version of Node unless it is compiled with object-wrap.h.
 * @param {string} version as in process.versions.node
 */
export function needsRebuild(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 19)
}

/**
 * Compiles better-sqlite3 on a version of Node where it would abort otherwise. Takes three minutes, once an install.
 * @param {(label: string, args: string[], env: Record<string, string>) => Promise<void>} run runs npm, or exits
 */
export async function rebuildSqlite(run) {
  const { node } = process.versions
  if (!needsRebuild(node) || existsSync(mark)) return
  await run(
    `Compiling better-sqlite3 for Node ${node} (this needs Python and a C++ compiler; Node 20.19 to 24.18 don’t)`,
    ['npm', 'rebuild', 'better-sqlite3'],
    // The path is seen from the folder in which the compiler runs: it has no spaces, whatever this one has.
    { CXXFLAGS: '-include ../../../lib/cli/native/object-wrap.h', npm_config_build_from_source: 'better-sqlite3' },
  )
  writeFileSync(mark, '')
}
