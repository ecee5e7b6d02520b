// npm run bench:pages [-- --write] [-- --loads 5]: what a visitor with a slow phone on slow 4G sees of each page, beside the
// one page of a bare Next site in the same run. With --write the tables go into README.md.
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt, root } from '../../lib/cli/setup.mjs'
import { cpuSlowdown, startBrowser } from './browser'
import { countScripts, loadInLab } from './lab'
import { composeLabTables, type LabPage } from './lab-tables'
import { startNextServer, startShippedServer } from './server'
import { buildBareSite, makeFolder } from './sites'

const paths = [
  '/',
  '/asks/guardians',
  '/asks/long-term-plan',
  '/supporters',
  '/privacy',
  '/about',
  '/accessibility',
  '/take-action',
  '/take-action/manchester-central',
  '/find',
  '/find/south-east',
]
const marks = { begin: '<!-- pages:begin -->', end: '<!-- pages:end -->' }
const readmeFile = path.join(root, 'README.md')

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, loads: { type: 'string', default: '5' } },
})
if (values.write) replacePart(readFileSync(readmeFile, 'utf8'), '') // fails before the work, not after it

await ensureBuilt()
const [site, bare] = await Promise.all([
  startShippedServer(path.join(makeFolder('lab-data'), 'site.db')),
  startNextServer(buildBareSite()),
])
const browser = await startBrowser()
try {
  const pages: (LabPage & { url: string })[] = [{ name: 'bare Next page', url: `${bare.url}/`, loads: [], scripts: 0 }]
  for (const each of paths) {
    const url = site.url + each
    const { status } = await fetch(url) // the first visit, which makes the page
    if (status === 200) pages.push({ name: `\`${each}\``, url, loads: [], scripts: 0 })
    else console.error(`! ${each} is left out: it answers ${status}`)
  }
  for (const page of pages) page.scripts = await countScripts(browser, page.url)
  // Round after round, so that a busy machine slows all of them alike.
  for (let round = 0; round < Number(values.loads); round++) {
    console.error(`> Round ${round + 1} of ${values.loads}`)
    for (const page of pages) page.loads.push(await loadInLab(browser, page.url))
  }
  const machine = `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores`
  const how = `Median of ${values.loads} loads in Chromium ${browser.version()} on ${machine}, slowed ${cpuSlowdown} times; slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms a request), empty cache, 412 × 823 at 1.75.`
  const part = `${how}\n\n${composeLabTables(pages)}`
  console.log(`\n${part}`)
  if (values.write) writeFileSync(readmeFile, replacePart(readFileSync(readmeFile, 'utf8'), part))
} finally {
  await browser.close()
  await Promise.all([site.stop(), bare.stop()])
}

/** Puts a part between the two marks of a text. */
function replacePart(text: string, part: string): string {
  const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)]
  if (begin < 0 || end < begin)
    throw new Error(`README.md lacks the lines ${marks.begin} and ${marks.end}, in this order`)
  return `${text.slice(0, begin + marks.begin.length)}\n${part}\n${text.slice(end)}`
}
