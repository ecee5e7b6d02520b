// npm run bench:pages [-- --write] [-- --loads 5]: what a visitor with a slow phone on slow 4G sees of each page, beside the
// one page of a bare Next site in the same run. With --write the medians go into figures.json and README.md beside this file.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../lib/cli/setup.mjs'
import { cpuSlowdown, startBrowser } from './browser'
import { countScripts, loadInLab } from './lab'
import { composeLabTables, type LabLoad, summariseLoads } from './lab-tables'
import { freePort } from '../postgres'
import { runLighthouse, type Scores } from './lighthouse'
import { describeRun, readResults, writeResults } from './results'
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

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, loads: { type: 'string', default: '5' } },
})

await ensureBuilt()
const [site, bare] = await Promise.all([
  startShippedServer(path.join(makeFolder('lab-data'), 'site.db')),
  startNextServer(buildBareSite()),
])
const port = await freePort()
const browser = await startBrowser(`--remote-debugging-port=${port}`)
try {
  const pages: { name: string; url: string; loads: LabLoad[]; scripts: number; scores?: Scores }[] = [
    { name: 'bare Next page', url: `${bare.url}/`, loads: [], scripts: 0 },
  ]
  for (const each of paths) {
    const url = site.url + each
    const { status } = await fetch(url) // the first visit, which renders the page
    if (status === 200) pages.push({ name: `\`${each}\``, url, loads: [], scripts: 0 })
    else console.error(`! ${each} is left out: it answers ${status}`)
  }
  for (const page of pages) page.scripts = await countScripts(browser, page.url)
  // Round after round, so that a busy machine slows all of them alike.
  for (let round = 0; round < Number(values.loads); round++) {
    console.error(`> Round ${round + 1} of ${values.loads}`)
    for (const page of pages) page.loads.push(await loadInLab(browser, page.url))
  }
  for (const page of pages) {
    const { scores, lost } = await runLighthouse(page.url, port)
    page.scores = scores
    if (lost.length > 0) console.error(`! ${page.name} loses points by ${lost.join(', ')}`)
  }
  const how = `Median of ${values.loads} loads in Chromium ${browser.version()}, slowed ${cpuSlowdown} times; slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms a request), empty cache, 412 × 823 at 1.75. Lighthouse 12 on a phone: performance, accessibility, best practices, search.`
  const lab = {
    how,
    ...describeRun(),
    pages: pages.map((page) => summariseLoads(page.name, page.loads, page.scripts, page.scores)),
  }
  console.log(`\n${how} ${lab.machine}.\n\n${composeLabTables(lab.pages)}`)
  if (values.write) writeResults({ ...readResults(), lab })
} finally {
  await browser.close()
  await Promise.all([site.stop(), bare.stop()])
}
