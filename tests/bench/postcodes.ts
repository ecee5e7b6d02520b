import { spawnSync } from 'node:child_process'
import { root, typescript } from '../../lib/cli/setup.mjs'
import type { Row } from './figures'

/**
 * The figures of postcode-index.ts, which runs alone: it measures memory, and nothing else may be in
 * its heap. Each line that it prints is a name, two or more spaces, and a figure.
 */
export function benchPostcodes(): Promise<Row[]> {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', ...typescript('tests/bench/postcode-index.ts')], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`postcode-index.ts ended with ${status}`)
  const rows = stdout.split('\n').flatMap((line): Row[] => {
    const [, name, figure = ''] = /^(.+?) {2,}(.+)$/.exec(line) ?? []
    return name ? [{ what: `Postcode index: ${name}`, figure, baseline: '', ratio: '', target: '' }] : []
  })
  return Promise.resolve(rows)
}
