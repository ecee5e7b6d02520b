'use client'

import type { Report } from './report-queue'

type Delivery = { outcome: (typeof final)[number] } | { outcome: 'kept'; waitMs: number }
type Later = { waitMs: number }

const final = ['counted', 'held', 'not-opened', 'refused'] as const
const longestWaitMs = 3_600_000
const tokens = new Map<string, Promise<string | Later | null>>()

/** Gets the token that a report will need, so that it is there when the visitor presses a button. */
export function prepareToken(slug: string, key: string): void {
  void getToken(slug, key, 0)
}

/**
 * Tells the server of one hand-off. A token that has grown too old is replaced by itself.
 * @param failures how often in a row nothing could be delivered before
 */
export async function deliverReport(report: Report, failures: number): Promise<Delivery> {
  for (let tries = 0; tries < 2; tries++) {
    const token = await getToken(report.slug, report.key, failures)
    if (token === null) return { outcome: 'refused' }
    if (typeof token !== 'string') return { outcome: 'kept', ...token }
    const answer = await post('/api/actions', { ...report, token }, failures)
    if ('waitMs' in answer) return { outcome: 'kept', ...answer }
    if (answer.outcome !== 'stale-token') return { outcome: final.find((outcome) => outcome === answer.outcome) ?? 'refused' }
    tokens.delete(report.slug + report.key)
  }
  return { outcome: 'kept', waitMs: spread(60_000) } // two servers that disagree about the time
}

/** A token; null when there is none to be had for this seat; or when to ask again. */
function getToken(slug: string, key: string, failures: number): Promise<string | Later | null> {
  const held = tokens.get(slug + key)
  if (held) return held
  const asked = post('/api/actions/token', { slug, key }, failures).then((answer) => {
    if ('token' in answer && typeof answer.token === 'string') return answer.token
    tokens.delete(slug + key)
    return 'waitMs' in answer ? answer : null
  })
  tokens.set(slug + key, asked)
  return asked
}

/** The server's answer, or after how long to ask again: it is busy, out of reach, or says when. */
async function post(path: string, body: object, failures: number): Promise<{ outcome: unknown; token?: unknown } | Later> {
  const backOff = { waitMs: spread(Math.min(5_000 * 2 ** failures, longestWaitMs)) }
  try {
    // keepalive: it arrives also when the visitor is already on the way to their mail program.
    const answer = await window.fetch(path, { method: 'POST', body: JSON.stringify(body), keepalive: true, headers: { 'Content-Type': 'application/json' } })
    if (answer.status === 429 || answer.status >= 500) {
      const seconds = Number(answer.headers.get('retry-after'))
      return seconds > 0 ? { waitMs: spread(Math.min(seconds * 1000, longestWaitMs)) } : backOff
    }
    const { outcome, token }: { outcome?: unknown; token?: unknown } = await answer.json()
    return { outcome, token }
  } catch {
    return backOff // offline
  }
}

// Between once and twice as long, so that those who were sent away together do not come back together.
function spread(ms: number): number {
  return ms * (1 + Math.random())
}
