import { spawnSync } from 'node:child_process'
import { root, typescript } from '../../lib/cli/setup.mjs'
import type { Row } from './figures'

/**
 * The figures of a bench that runs in a process of its own, because it measures memory or keeps a
 * processor busy. Each line that it prints is a name, two or more spaces, and a figure; after as many
 * more each, a baseline, a ratio and a target; `-` for none.
 * @param title what the names are of
 */
export function benchAlone(title: string, file: string, ...args: string[]): Row[] {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', ...typescript(file, ...args)], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${file} ended with ${status}`)
  return stdout.split('\n').flatMap((line): Row[] => {
    const [name = '', figure, baseline = '', ratio = '', target = ''] = line
      .split(/ {2,}/)
      .map((cell) => (cell === '-' ? '' : cell))
    return figure ? [{ what: `${title}: ${name}`, figure, baseline, ratio, target }] : []
  })
}
