// `npm run audit:deps`: lists packages with known vulnerabilities or newer versions.
// Exit code 0: the registry answered, and nothing blocks a release. 1: a high or critical vulnerability in a
// production package. 2: the registry gave no report, so we don't know.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { formatTable, isBlocking, parseAudit, parseOutdated } from './audit-report'
import { root } from './setup.mjs'

const answerTimeoutMs = 60_000

const lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().default(false) })) })
const { packages } = lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))

// npm’s exit code only says there is something to report, so we read its output instead.
function ask(...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const npm = spawn('npm', [...args, '--json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
      timeout: answerTimeoutMs,
    })
    let text = ''
    npm.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    npm.on('error', () => resolve('')).on('close', () => resolve(text))
  })
}

const [auditText, outdatedText] = await Promise.all([ask('audit'), ask('outdated')])
const audit = parseAudit(auditText, (place) => packages[place]?.dev ?? false)
const outdated = parseOutdated(outdatedText)

if (audit.outcome === 'unanswered')
  console.log(`Known vulnerabilities: not checked, because the registry gave no report (${audit.reason}).`)
else if (audit.vulnerabilities.length === 0) console.log('Known vulnerabilities: none.')
else {
  console.log(`Known vulnerabilities: ${audit.vulnerabilities.length}`)
  const rows = audit.vulnerabilities.map(({ name, severity, title, isProduction }) => [
    name,
    severity,
    isProduction ? 'production' : 'development',
    title,
  ])
  for (const line of formatTable(rows)) console.log(`  ${line}`)
}

if (outdated === null) console.log('Newer versions: not checked, because the registry did not answer.')
else if (outdated.length === 0) console.log('Newer versions: none.')
else {
  console.log(`Newer versions: ${outdated.length}`)
  const rows = outdated.map(({ name, current, wanted, latest }) => [name, current, wanted, latest])
  for (const line of formatTable([['package', 'installed', 'in range', 'latest'], ...rows])) console.log(`  ${line}`)
}

if (audit.outcome === 'unanswered' || outdated === null) process.exitCode = 2
else if (audit.vulnerabilities.some(isBlocking)) process.exitCode = 1
