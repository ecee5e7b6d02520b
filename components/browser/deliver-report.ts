import type { Report } from './report-queue'

type Delivery = { outcome: (typeof finalOutcomes)[number] } | { outcome: 'queued'; waitMs: number }
type Later = { waitMs: number }

/** The final outcome of a report. */
export const finalOutcomes = ['counted', 'held', 'not-opened', 'refused'] as const

const maxWaitMs = 3_600_000
const tokens = new Map<string, Promise<string | Later | null>>()

/** Fetches the token that a report will need, so that it is ready when the visitor presses a button. */
export function prepareToken(slug: string, key: string): void {
  void getToken(slug, key, 0)
}

/**
 * Tells the server about one hand-off. A token that is too old is replaced automatically.
 * @param failures how many deliveries in a row have failed
 */
export async function deliverReport(report: Report, failures: number): Promise<Delivery> {
  for (let tries = 0; tries < 2; tries++) {
    const token = await getToken(report.slug, report.key, failures)
    if (token === null) return { outcome: 'refused' }
    if (typeof token !== 'string') return { outcome: 'queued', ...token }
    const answer = await post('/api/actions', { ...report, token }, failures)
    if ('waitMs' in answer) return { outcome: 'queued', ...answer }
    if (answer.outcome !== 'stale-token')
      return { outcome: finalOutcomes.find((outcome) => outcome === answer.outcome) ?? 'refused' }
    tokens.delete(report.slug + report.key)
  }
  return { outcome: 'queued', waitMs: spread(60_000) } // two servers disagree about the time
}

/** A token; null if this seat doesn't get one; or how long to wait before retrying. */
function getToken(slug: string, key: string, failures: number): Promise<string | Later | null> {
  const cached = tokens.get(slug + key)
  if (cached) return cached
  const request = post('/api/actions/token', { slug, key }, failures).then((answer) => {
    if ('token' in answer && typeof answer.token === 'string') return answer.token
    tokens.delete(slug + key)
    return 'waitMs' in answer ? answer : null
  })
  tokens.set(slug + key, request)
  return request
}

/** The server's answer, or how long to wait before retrying: when it is busy, out of reach, or says so itself. */
async function post(
  path: string,
  body: object,
  failures: number,
): Promise<{ outcome: unknown; token?: unknown } | Later> {
  const backOff = { waitMs: spread(Math.min(5_000 * 2 ** failures, maxWaitMs)) }
  try {
    // keepalive: it arrives even if the visitor has already left for their mail program.
    const answer = await window.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
    })
    if (answer.status === 429 || answer.status >= 500) {
      const seconds = Number(answer.headers.get('retry-after'))
      return seconds > 0 ? { waitMs: spread(Math.min(seconds * 1000, maxWaitMs)) } : backOff
    }
    const { outcome, token }: { outcome?: unknown; token?: unknown } = await answer.json()
    return { outcome, token }
  } catch {
    return backOff // offline
  }
}

// Up to twice as long, so that browsers turned away together don't all come back together.
function spread(ms: number): number {
  return ms * (1 + Math.random())
}
