import path from 'node:path'
import { ensureBuilt, root } from '../../lib/cli/setup.mjs'
import { directorySeed } from '../../lib/members/data/read-seed'
import type { Row } from './figures'
import { askInTurn } from './in-turn'
import { startNextServer, startShippedServer } from './server'
import { buildBareSite, makeFolder } from './sites'

const rounds = 5

/**
 * The pages of all 650 constituencies in turn, and the counts, once they are warm: as `npm start` serves
 * them, beside the one page of a bare Next site and the same by `next start`, which makes each anew.
 */
export async function benchSeats(): Promise<Row[]> {
  await ensureBuilt()
  const data = makeFolder('seats-data')
  const shipped = await startShippedServer(path.join(data, 'shipped.db'))
  const uncached = await startNextServer(root, path.join(data, 'uncached.db'))
  const bare = await startNextServer(buildBareSite())
  const { seats } = directorySeed()
  const pages = seats.map(({ slug }) => `/take-action/${slug}`)
  const counts = seats.map(({ code }) => `/api/counts/${code}`)
  try {
    for (const paths of [pages, counts]) await askInTurn(shipped.url, paths, { requests: paths.length })
    const chunkedBare = await measureBare(bare.url)
    const rows: Row[] = []
    for (const [what, paths, target] of [
      ['650 MPs’ pages in turn', pages, '≥ 3,000/s'],
      ['`/api/counts`', ['/api/counts'], '≥ 5,000/s'],
      ['`/api/counts/CODE`, all 650 in turn', counts, '≥ 5,000/s'],
    ] as const) {
      const figures = []
      for (let round = 0; round < rounds; round++) figures.push(await askInTurn(shipped.url, paths))
      const baseline = await measureBare(uncached.url, paths)
      const figure = median(figures)
      rows.push({
        what: `${what}, warm`,
        figure: `${format(figure)}/s (${figures.map(format).join(', ')})`,
        baseline: `by Next alone: ${format(baseline)}/s; bare page: ${format(chunkedBare)}/s`,
        ratio: `${(figure / baseline).toFixed(1)}; ${(figure / chunkedBare).toFixed(1)}`,
        target,
      })
    }
    return rows
  } finally {
    await Promise.all([shipped, uncached, bare].map((server) => server.stop()))
  }
}

// Next sends its answers in chunks, which plain sockets do not read.
async function measureBare(url: string, paths: readonly string[] = ['/'], requests = 600): Promise<number> {
  let asked = 0
  const ask = async () => {
    while (asked < requests) {
      const answer = await fetch(url + paths[asked++ % paths.length])
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
    }
  }
  await ask() // warm
  asked = 0
  const begun = performance.now()
  await Promise.all(Array.from({ length: 16 }, ask))
  return requests / ((performance.now() - begun) / 1000)
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN
}

function format(figure: number): string {
  return Math.round(figure).toLocaleString('en-GB')
}
