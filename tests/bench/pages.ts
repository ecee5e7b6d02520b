import path from 'node:path'
import { ensureBuilt, root } from '../../lib/cli/setup.mjs'
import { compare, formatMedian, type Row } from './figures'
import { type Load, measure } from './load'
import { type MeasuredServer, startNextServer, startShippedServer } from './server'
import { buildBareSite, makeFolder } from './sites'

const effort = { rounds: 15, requests: 400, warmUp: 1200 }
const encodings = { gzip: { 'Accept-Encoding': 'gzip' }, 'not compressed': {} }
const pages = { 'Front page': '/', 'MP’s page': '/take-action/manchester-central' }

/**
 * Requests a second and CPU time of the front page and of an MP's page, from warm caches, beside the
 * one static page of a bare Next site: as `npm start` serves them, and by `next start`, which has no
 * page cache. Ratios are speeds: above 1 is faster than bare.
 */
export async function benchPages(): Promise<Row[]> {
  await ensureBuilt()
  const data = makeFolder('pages-data')
  const shipped = await startShippedServer(path.join(data, 'shipped.db'))
  const uncached = await startNextServer(root, path.join(data, 'uncached.db'))
  const bare = await startNextServer(buildBareSite())
  try {
    const rows: Row[] = []
    for (const [encoding, headers] of Object.entries(encodings)) {
      for (const [name, page] of Object.entries(pages)) {
        const get = (server: MeasuredServer, path: string): Load => ({ server, path, headers, expected: 200 })
        const costs = await measure(
          { bare: get(bare, '/'), shipped: get(shipped, page), uncached: get(uncached, page) },
          effort,
        )
        for (const way of ['shipped', 'uncached'] as const) {
          for (const [field, unit] of [
            ['cpuUs', 'CPU a request'],
            ['perSecond', 'requests a second'],
          ] as const) {
            const ratio =
              field === 'cpuUs' ? compare(costs.bare, costs[way], field) : compare(costs[way], costs.bare, field)
            rows.push({
              what: `${name}, ${encoding}${way === 'uncached' ? ', without the page cache' : ''}: ${unit}`,
              figure: formatMedian(costs[way], field),
              baseline: `bare page: ${formatMedian(costs.bare, field)}`,
              ratio: ratio.text,
              target: way === 'shipped' ? '≥ 0.95' : '',
            })
          }
        }
      }
    }
    return rows
  } finally {
    await Promise.all([shipped, uncached, bare].map((server) => server.stop()))
  }
}
