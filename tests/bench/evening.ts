import { readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { root } from '../../lib/cli/setup.mjs'
import { composePostcodeRequest } from './action-request'
import { type Job, sendVisitors, shareOf, type Tally } from './evening-job'
import type { Row } from './figures'
import { type MeasuredServer, startFile } from './server'
import { makeFolder } from './sites'

const seats = z.object({ seats: z.array(z.object({ slug: z.string() })) })

const journey = ['front', 'page', 'lookup', 'token', 'report']
const rates = [10, 25, 50, 100, 200, 400]
const secondsEach = 15

/**
 * An evening on the news, through HTTP: how many reports a second, what pages feel of it, and visitors who
 * come when they are due.
 */
export async function benchEvening(): Promise<Row[]> {
  return [...(await measureReports()), ...(await measureShedding()), ...(await measureVisitors())]
}

/** As many reports as fit, from 64 browsers at a time, beside a server that does nothing but answer. */
async function measureReports(): Promise<Row[]> {
  const bare = await startFile(path.join(root, 'tests/bench/bare-http.mjs'), root, {})
  const site = await startSite('reports')
  try {
    const job = {
      slugs: listSlugs(),
      perSecond: 4_000,
      seconds: 5,
      inFlight: 64,
      hasTokens: false,
      lookup: { headers: {}, body: '' },
    }
    const warmUp = { ...job, url: site.server.url, seconds: 1, steps: ['token', 'report'] }
    await sendVisitors(warmUp)
    const bareReports = (await sendVisitors({ ...job, url: bare.url, steps: ['report'] })).report
    const tokens = (await sendVisitors({ ...job, url: site.server.url, steps: ['token'] })).token
    const reports = (await sendVisitors({ ...job, url: site.server.url, hasTokens: true, steps: ['report'] })).report
    const baseline = `bare node:http: ${format(bareReports)}`
    const row = (what: string, tally: Tally | undefined, target: string): Row => ({
      what,
      figure: `${format(tally)}; ${describe(tally)}`,
      baseline,
      ratio: ((tally?.perSecond ?? NaN) / (bareReports?.perSecond ?? NaN)).toFixed(2),
      target,
    })
    return [row('Reports, 64 in flight', reports, '≥ 2,500/s, p99 < 200 ms'), row('Tokens, 64 in flight', tokens, '')]
  } finally {
    await Promise.all([bare.stop(), site.server.stop()])
  }
}

/** 3,300 actions a second for a minute: pages and health stay quick, and what was acknowledged is there. */
async function measureShedding(): Promise<Row[]> {
  const { server, database } = await startSite('shedding')
  try {
    const job = {
      url: server.url,
      slugs: listSlugs(),
      hasTokens: false,
      lookup: { headers: {}, body: '' },
    }
    await sendVisitors({ ...job, perSecond: 100, seconds: 8, inFlight: 4, steps: ['front', 'page'] }) // as on any evening, the pages are warm
    const probe = { ...job, seconds: 60, steps: ['front', 'page', 'health'] }
    const quiet = await sendVisitors({ ...probe, perSecond: 5, seconds: 10 })
    const [busy, { report }] = await Promise.all([
      sendVisitors({ ...probe, perSecond: 10 }),
      sendVisitors({ ...job, perSecond: 3_300, seconds: 60, hasTokens: true, steps: ['report'] }),
    ])
    const acknowledged = report?.answers['200 counted'] ?? 0
    const row = (what: string, name: string): Row => ({
      what: `${what} while 3,300 reports a second are offered for 60 s`,
      figure: format(busy[name], 'times'),
      baseline: `nothing else: ${format(quiet[name], 'times')}`,
      ratio: ((busy[name]?.p99Ms ?? NaN) / (quiet[name]?.p99Ms ?? NaN)).toFixed(1),
      target: 'p99 < 500 ms',
    })
    return [
      row('Front page', 'front'),
      row('650 MP pages in turn', 'page'),
      row('/api/health', 'health'),
      {
        what: 'Reports, 3,300 a second offered for 60 s',
        figure: `${acknowledged.toLocaleString('en-GB')} counted, ${(shareOf(report, 503) * 100).toFixed(1)}% shed; ${format(report, 'times')}; ${describe(report)}`,
        baseline: `rows in the database: ${countActions(database).toLocaleString('en-GB')}`,
        ratio: (countActions(database) / acknowledged).toFixed(4),
        target: '1.0000',
      },
    ]
  } finally {
    await server.stop()
  }
}

/** Visitors who read the front page and their MP's page, look a postcode up, get a token and report. */
async function measureVisitors(): Promise<Row[]> {
  const rows: Row[] = []
  const { server } = await startSite('visitors')
  try {
    const lookup = await composePostcodeRequest(server, '/take-action', 'M1 1AE', true)
    const job: Omit<Job, 'perSecond' | 'seconds'> = {
      url: server.url,
      slugs: listSlugs(),
      hasTokens: false,
      lookup: { headers: lookup.headers ?? {}, body: lookup.body ?? '' },
      steps: journey,
    }
    await sendVisitors({ ...job, perSecond: 100, seconds: 8, inFlight: 4, steps: ['front', 'page'] })
    for (const perSecond of rates) {
      const { front, page, lookup: lookups, report } = await sendVisitors({ ...job, perSecond, seconds: secondsEach })
      const shed = [front, page, lookups, report]
        .map((tally) => `${((1 - shareOf(tally, tally === lookups ? 303 : 200)) * 100).toFixed(0)}%`)
        .join(', ')
      rows.push({
        what: `Visitors, ${perSecond}/s offered`,
        figure: `${report?.perSecond.toFixed(0)}/s whole`,
        baseline: `p50/p99: front ${format(front, 'times')}, MP ${format(page, 'times')}, lookup ${format(lookups, 'times')}, report ${format(report, 'times')}`,
        ratio: `not taken: ${shed}`,
        target: '',
      })
      if ((page?.p99Ms ?? Infinity) > 20_000) break // more visitors would only wait longer
    }
    return rows
  } finally {
    await server.stop()
  }
}

async function startSite(name: string): Promise<{ server: MeasuredServer; database: string }> {
  const database = path.join(makeFolder(`evening-${name}`), 'site.db')
  const server = await startFile(path.join(root, 'lib/server/serve.mjs'), root, {
    DATABASE_URL: `file:${database}`,
    VAR_DIR: path.dirname(database),
    TRUSTED_PROXY: 'x-real-ip',
  })
  return { server, database }
}

function listSlugs(): string[] {
  return seats
    .parse(JSON.parse(readFileSync(path.join(root, 'prisma/seed/seats.json'), 'utf8')))
    .seats.map(({ slug }) => slug)
}

function countActions(file: string): number {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare<[], { count: number }>('SELECT count(*) AS count FROM "Action"').get()?.count ?? NaN
  } finally {
    db.close()
  }
}

function format(tally: Tally | undefined, what: 'all' | 'times' = 'all'): string {
  if (!tally) return 'none'
  const times = `${tally.p50Ms.toFixed(0)}/${tally.p99Ms.toFixed(0)} ms`
  return what === 'times' ? times : `${Math.round(tally.perSecond).toLocaleString('en-GB')}/s, p50/p99 ${times}`
}

function describe(tally: Tally | undefined): string {
  return Object.entries(tally?.answers ?? {})
    .map(([answer, count]) => `${answer}: ${count}`)
    .join(', ')
}
