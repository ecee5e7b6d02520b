import path from 'node:path'
import { ensureBuilt, root } from '../../lib/cli/setup.mjs'
import { compare, formatMedian, type Row } from './figures'
import { measure } from './load'
import { startServer } from './server'
import { buildBareSite, makeFolder } from './sites'

const effort = { rounds: 15, requests: 600, warmUp: 1500 }
const encodings = { gzip: { 'Accept-Encoding': 'gzip' }, 'not compressed': {} }

/**
 * Requests a second and CPU time of the front page and of an MP's page from a warm cache, beside
 * the one static page of a bare Next site. Ratios are speeds: above 1 is faster than bare.
 */
export async function benchPages(): Promise<Row[]> {
  ensureBuilt()
  const site = await startServer(root, path.join(makeFolder('pages-data'), 'site.db'))
  const bare = await startServer(buildBareSite())
  try {
    const rows: Row[] = []
    for (const [encoding, headers] of Object.entries(encodings)) {
      const get = (server: typeof site, page: string) => ({ server, path: page, headers, expected: 200 })
      const costs = await measure(
        { bare: get(bare, '/'), home: get(site, '/'), mp: get(site, '/take-action/manchester-central') },
        effort,
      )
      for (const [name, own] of [['Front page', costs.home], ['MP’s page', costs.mp]] as const) {
        for (const [field, unit] of [['cpuUs', 'CPU a request'], ['perSecond', 'requests a second']] as const) {
          const ratio = field === 'cpuUs' ? compare(costs.bare, own, field) : compare(own, costs.bare, field)
          rows.push({
            what: `${name}, ${encoding}: ${unit}`,
            figure: formatMedian(own, field),
            baseline: `bare page: ${formatMedian(costs.bare, field)}`,
            ratio: ratio.text,
            target: '≥ 0.95',
          })
        }
      }
    }
    return rows
  } finally {
    await Promise.all([site.stop(), bare.stop()])
  }
}
