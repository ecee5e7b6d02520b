import { readText } from '../../shared/http/read-text'
import type { MembersApiFailure } from './failure'

/** One attempt: a JSON body, a failure, or a request to come back later (429, or 503 with Retry-After). */
export type Attempt =
  | { kind: 'json'; body: unknown }
  | { kind: 'failed'; failed: MembersApiFailure; isPassing: boolean } // passing: another try may help
  | { kind: 'come-back'; retryAfter: string | null }

export type GetJsonOptions = { fetch: typeof fetch; userAgent: string; timeoutMs: number; maxBodyBytes: number }

/**
 * Gets one JSON document. The timeout covers the body too, the body is measured while it
 * streams, and redirects are not followed. Never throws for anything that the other side does.
 */
export async function getJson(
  url: URL,
  { fetch, userAgent, timeoutMs, maxBodyBytes }: GetJsonOptions,
): Promise<Attempt> {
  const signal = AbortSignal.timeout(timeoutMs)
  const headers = { accept: 'application/json', 'user-agent': userAgent }
  try {
    const response = await fetch(url, { headers, signal, redirect: 'manual' })
    const other = attemptFromStatus(response)
    if (other) {
      await response.body?.cancel()
      return other
    }
    const text = await readText(response, maxBodyBytes)
    return text === null ? failed({ failure: 'too-large' }) : parseJson(text)
  } catch {
    return failed({ failure: signal.aborted ? 'timed-out' : 'unreachable' }, true)
  }
}

function attemptFromStatus({ ok, status, headers }: Response): Attempt | null {
  const retryAfter = headers.get('retry-after')
  if (status === 429 || (status === 503 && retryAfter !== null)) return { kind: 'come-back', retryAfter }
  if (status >= 300 && status < 400) return failed({ failure: 'redirected' })
  return ok ? null : failed({ failure: 'bad-status', status }, status >= 500)
}

function parseJson(text: string): Attempt {
  try {
    return { kind: 'json', body: JSON.parse(text) }
  } catch {
    return failed({ failure: 'not-json' })
  }
}

function failed(failure: MembersApiFailure, isPassing = false): Attempt {
  return { kind: 'failed', failed: failure, isPassing }
}
