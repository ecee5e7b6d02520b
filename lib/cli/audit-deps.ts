// `npm run audit:deps`: packages with known vulnerabilities, and packages with newer versions.
// Exit code 0: the registry answered, and nothing stops a release. 1: a high or critical vulnerability in a
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

// npm's exit code only says that there was something to report; its output says what.
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
else if (audit.holes.length === 0) console.log('Known vulnerabilities: none.')
else {
  console.log(`Known vulnerabilities: ${audit.holes.length}`)
  const rows = audit.holes.map(({ name, severity, title, isProduction }) => [
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
else if (audit.holes.some(isBlocking)) process.exitCode = 1
