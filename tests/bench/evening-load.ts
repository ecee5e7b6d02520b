// Visitors of a busy evening, in a process of their own. They come when they are due, however slow the
// server is, and what they wait for counts from then: a slow answer does not keep the next visitor away.
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { toUkDay } from '@/lib/shared/model/uk-time'
import type { Job, Tally } from './evening-job'

type Answer = { status: number; text: string }
type Visitor = { slug: string; key: string; headers: Record<string, string>; token: string }

const job: Job = JSON.parse(process.argv[2] ?? '{}')
const agent = new http.Agent({ keepAlive: true, maxSockets: 1_000 })
const day = toUkDay(new Date())
const tallies: Record<string, { latenciesMs: number[]; answers: Record<string, number> }> = {}
const first = randomBytes(3).readUIntBE(0, 3)

function visit(at: number): Visitor {
  const number = first + at
  const address = `${1 + ((number >> 16) % 220)}.${(number >> 8) & 255}.${number & 255}.9`
  const origin = new URL(job.url).origin
  return {
    slug: job.slugs[at % job.slugs.length] ?? '',
    key: `${day}_${randomBytes(16).toString('hex')}`,
    headers: { 'x-real-ip': address, Origin: origin },
    token: '',
  }
}

function send(path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const asked = http.request(
      job.url + path,
      { agent, method: body === undefined ? 'GET' : 'POST', headers: { ...headers, ...length }, timeout: 60_000 },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => (text.length < 200 ? (text += chunk) : undefined))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.on('error', () => resolve({ status: 0, text: '' }))
      },
    )
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve({ status: 0, text: '' }))
    asked.end(body)
  })
}

const json = { 'Content-Type': 'application/json' }
const steps: Record<string, (visitor: Visitor) => Promise<Answer>> = {
  front: ({ headers }) => send('/', { ...headers, 'Accept-Encoding': 'br' }),
  page: ({ slug, headers }) => send(`/take-action/${slug}`, { ...headers, 'Accept-Encoding': 'br' }),
  health: ({ headers }) => send('/api/health', headers),
  lookup: ({ headers }) => send('/take-action', { ...headers, ...job.lookup.headers }, job.lookup.body),
  async token(visitor) {
    const answer = await send(
      '/api/actions/token',
      { ...visitor.headers, ...json },
      JSON.stringify({ slug: visitor.slug, key: visitor.key }),
    )
    visitor.token = /"token":"([^"]+)"/.exec(answer.text)?.[1] ?? ''
    return answer
  },
  report({ slug, key, headers, token }) {
    const report = { slug, channel: 'x', kind: 'opened', key, source: null, isPersonal: null }
    return send('/api/actions', { ...headers, ...json }, JSON.stringify({ ...report, token }))
  },
}

async function step(name: string, visitor: Visitor, dueAt: number) {
  const answer = await steps[name]?.(visitor)
  const tally = (tallies[name] ??= { latenciesMs: [], answers: {} })
  tally.latenciesMs.push(performance.now() - dueAt)
  const outcome = `${answer?.status}${/"outcome":"([\w-]+)"/.exec(answer?.text ?? '')?.[1]?.replace(/^/, ' ') ?? ''}`
  tally.answers[outcome] = (tally.answers[outcome] ?? 0) + 1
}

async function journey(visitor: Visitor, dueAt: number) {
  let due = dueAt
  for (const name of job.steps) {
    await step(name, visitor, due)
    due = performance.now()
  }
}

const total = Math.round(job.perSecond * job.seconds)
const visitors = Array.from({ length: total }, (_, at) => visit(at))
// Tokens that are to be there before it begins. A busy server sends some away.
if (job.hasTokens) {
  let at = 0
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let visitor = visitors[at++]; visitor; visitor = visitors[at++]) {
        for (let tries = 0; tries < 100 && !visitor.token; tries++)
          if ((await steps.token?.(visitor))?.status !== 200) await setTimeout(50)
      }
    }),
  )
}
const start = performance.now()
const going: Promise<void>[] = []
if (job.inFlight) {
  let at = 0
  await Promise.all(
    Array.from({ length: job.inFlight }, async () => {
      for (let visitor = visitors[at++]; visitor; visitor = visitors[at++]) await journey(visitor, performance.now())
    }),
  )
} else {
  while (going.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * job.perSecond) / 1000) + 1)
    for (const visitor of visitors.slice(going.length, due))
      going.push(journey(visitor, start + (going.length * 1000) / job.perSecond))
    await setTimeout(2)
  }
  await Promise.all(going)
}
const seconds = (performance.now() - start) / 1000
agent.destroy()

const result: Record<string, Tally> = {}
for (const [name, { latenciesMs, answers }] of Object.entries(tallies)) {
  const sorted = latenciesMs.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  result[name] = { sent: sorted.length, perSecond: sorted.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), answers }
}
console.log(JSON.stringify(result))
