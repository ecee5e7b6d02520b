import path from 'node:path'
import { ensureBuilt } from '../../lib/cli/setup.mjs'
import type { Row } from './figures'
import { sum, weighPage } from './page-bytes'
import { startNextServer, startShippedServer } from './server'
import { buildBareSite, makeFolder } from './sites'

const mpPage = '/take-action/manchester-central'
const pages = ['/', '/take-action', mpPage, '/find', '/find/south-east'] // the largest region

/** The bytes of each kind of page, beside the one page of a bare Next site: Next's floor. */
export async function benchBytes(): Promise<Row[]> {
  await ensureBuilt()
  const site = await startShippedServer(path.join(makeFolder('bytes-data'), 'site.db'))
  const bare = await startNextServer(buildBareSite())
  try {
    const floor = await weighPage(bare.url, '/')
    const floorScripts = sum(floor.scripts.values())
    const rows: Row[] = []
    for (const page of pages) {
      const own = await weighPage(site.url, page)
      const scripts = sum(own.scripts.values())
      const row = (kind: string, bytes: number, baseline: number, target: string) =>
        rows.push({
          what: `\`${page}\`: ${kind}`,
          figure: format(bytes),
          baseline: format(baseline),
          ratio: signed(bytes - baseline),
          target,
        })
      row('JavaScript, brotli', scripts, floorScripts, page === mpPage ? '≤ 20 kB' : '≤ 3 kB')
      row('JavaScript for old browsers', own.legacyScripts, floor.legacyScripts, '')
      row('CSS, brotli', own.styles, floor.styles, '≤ 8 kB')
      row('HTML, gzip', own.html, floor.html, '≤ 14 kB')
      row('fonts', own.fonts, floor.fonts, '')
      rows.push({
        what: `\`${page}\`: third parties`,
        figure: String(own.thirdParties),
        baseline: '0',
        ratio: '',
        target: '0',
      })
    }
    return rows
  } finally {
    await Promise.all([site.stop(), bare.stop()])
  }
}

function format(bytes: number): string {
  return `${bytes.toLocaleString('en-GB')} B`
}

function signed(bytes: number): string {
  return bytes < 0 ? `−${format(-bytes)}` : `+${format(bytes)}`
}
