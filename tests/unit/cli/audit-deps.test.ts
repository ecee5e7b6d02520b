import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { formatTable, isBlocking, parseAudit, parseOutdated } from '@/lib/cli/audit-report'

// npm 11’s output, shortened.
const withHoles = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    minimist: {
      name: 'minimist',
      severity: 'critical',
      isDirect: false,
      via: [
        {
          source: 1097678,
          name: 'minimist',
          title: 'Prototype Pollution in minimist',
          severity: 'critical',
          range: '<0.2.4',
        },
      ],
      effects: ['mkdirp'],
      range: '<0.2.4',
      nodes: ['node_modules/minimist'],
      fixAvailable: true,
    },
    mkdirp: {
      name: 'mkdirp',
      severity: 'high',
      isDirect: true,
      via: ['minimist'],
      effects: [],
      range: '0.4.1 - 0.5.1',
      nodes: ['node_modules/mkdirp', 'node_modules/tool/node_modules/mkdirp'],
      fixAvailable: true,
    },
    cookie: {
      name: 'cookie',
      severity: 'low',
      isDirect: true,
      via: [{ title: 'cookie accepts names out of bounds' }],
      effects: [],
      range: '<0.7.0',
      nodes: ['node_modules/cookie'],
      fixAvailable: false,
    },
  },
  metadata: { vulnerabilities: { info: 0, low: 1, moderate: 0, high: 1, critical: 1, total: 3 } },
})
const withoutHoles = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {},
  metadata: { vulnerabilities: { total: 0 } },
})
const refused = JSON.stringify({
  message: '405 Method Not Allowed - POST /-/npm/v1/security/advisories/bulk',
  statusCode: 405,
  error: { summary: '', detail: '' },
})
const older = JSON.stringify({
  next: {
    current: '16.4.5',
    wanted: '16.4.5',
    latest: '16.4.6',
    dependent: 'site',
    location: '/site/node_modules/next',
  },
  absent: { wanted: '1.0.0', latest: '2.0.0' },
})

const folder = mkdtempSync(path.join(tmpdir(), 'audit deps '))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command with a fake npm that prints these reports. */
function run(audit: string, outdated: string) {
  const npm = path.join(folder, 'npm')
  writeFileSync(
    npm,
    `#!/bin/sh\ncase "$1" in audit) cat <<'END'\n${audit}\nEND\n;; outdated) cat <<'END'\n${outdated}\nEND\n;; esac\nexit 1\n`,
  )
  chmodSync(npm, 0o755)
  const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` }
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli/audit-deps.ts'], {
    encoding: 'utf8',
    env,
  })
  return { status, stdout }
}

test('a vulnerability blocks a release if it is high or critical and in a production package', () => {
  const audit = parseAudit(withHoles, (place) => place !== 'node_modules/mkdirp' && place !== 'node_modules/cookie')
  if (audit.outcome !== 'answered') throw new Error(audit.reason)
  expect(audit.vulnerabilities).toEqual([
    { name: 'minimist', severity: 'critical', title: 'Prototype Pollution in minimist', isProduction: false },
    { name: 'mkdirp', severity: 'high', title: 'via minimist', isProduction: true },
    { name: 'cookie', severity: 'low', title: 'cookie accepts names out of bounds', isProduction: true },
  ])
  expect(audit.vulnerabilities.map(isBlocking)).toEqual([false, true, false])
})

test.each([
  ['a refusal', refused, '405 Method Not Allowed - POST /-/npm/v1/security/advisories/bulk'],
  ['nothing', '', 'no answer'],
  ['a page', '<html>Not here</html>', 'no answer'],
  ['another version of the report', JSON.stringify({ auditReportVersion: 3, vulnerabilities: {} }), 'no answer'],
])('%s is not read as “no vulnerabilities”', (_, text, reason) => {
  expect(parseAudit(text, () => false)).toEqual({ outcome: 'unanswered', reason })
})

test('no outdated packages is an empty list; an error is null', () => {
  expect(parseOutdated(older)).toEqual([
    { name: 'next', current: '16.4.5', wanted: '16.4.5', latest: '16.4.6' },
    { name: 'absent', current: '-', wanted: '1.0.0', latest: '2.0.0' },
  ])
  expect(parseOutdated('{}\n')).toEqual([])
  for (const text of ['', 'npm error', JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'no network' } })])
    expect(parseOutdated(text)).toBeNull()
})

test('a table is padded to its widest cells', () => {
  expect(
    formatTable([
      ['a', 'bbb', 'c'],
      ['aaaa', 'b', ''],
    ]),
  ).toEqual(['a     bbb  c', 'aaaa  b'])
  expect(formatTable([])).toEqual([])
})

test('the command prints its findings and sets its exit code', () => {
  // In package-lock.json, next is a production package and eslint a development one.
  const hole = (name: string) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: { [name]: { name, severity: 'high', via: [{ title: 'Bad' }], nodes: [`node_modules/${name}`] } },
    })
  expect(run(withoutHoles, '{}')).toEqual({
    status: 0,
    stdout: 'Known vulnerabilities: none.\nNewer versions: none.\n',
  })
  expect(run(hole('eslint'), '{}')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('eslint  high  development  Bad'),
  })
  expect(run(hole('next'), older)).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/next {2}high {2}production {2}Bad\nNewer versions: 2\n {2}package {2}installed/),
  })
  const unknown = run(refused, older)
  expect(unknown).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('not checked, because the registry gave no report (405 Method Not Allowed'),
  })
})
