import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

// In a separate process, because the log writes to standard output.
const script = `
  import { log } from './lib/shared/log'
  import { redirectConsole } from './lib/shared/framework-log'
  redirectConsole()
  for (let i = 0; i < 1000; i++) {
    log.error({ err: Object.assign(new Error('seat ' + i), { code: 'P1001' }), seat: 'E' + i }, 'not counted')
    log.error({ part: 'database' }, 'health check failed')
    log.error({ part: 'directory' }, 'health check failed')
    log.info('counted')
    console.error(Object.assign(new Error('at ' + i), { code: 'ECONNREFUSED' }))
  }`

test('one line per kind of error, and every line below warning level', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', script],
    {
      env: { ...process.env, LOG_LEVEL: 'info' },
      encoding: 'utf8',
    },
  )
  expect(stderr).toBe('')
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).msg)
  const count = (msg: string) => lines.filter((line) => line === msg).length
  expect([count('not counted'), count('health check failed'), count('framework'), count('counted')]).toEqual([
    1, 2, 1, 1000,
  ])
})
