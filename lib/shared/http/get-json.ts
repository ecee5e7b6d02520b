import { readText } from './read-text'

/** Why a request brought no JSON. */
export type HttpFailure =
  | { failure: 'timed-out' }
  | { failure: 'unreachable' }
  | { failure: 'redirected' }
  | { failure: 'bad-status'; status: number }
  | { failure: 'too-large' }
  | { failure: 'not-json' }

/** One attempt: a JSON body, a failure, or a request to come back later (429, or 503 with Retry-After). */
export type JsonReply =
  | { outcome: 'json'; status: number; body: unknown }
  | { outcome: 'failed'; failed: HttpFailure; isTransient: boolean } // transient: another try may help
  | { outcome: 'come-back'; status: number; retryAfter: string | null }

export type GetJsonOptions = {
  fetch: typeof fetch
  userAgent: string
  /** Ends the request, body included; whatever aborts it counts as a timeout. */
  signal: AbortSignal
  maxBodyBytes: number
  /** Whether a status carries an answer; by default 2xx. */
  isAnswer?: (status: number) => boolean
}

/**
 * Gets one JSON document: our only transport to other services. The body is measured as it streams, redirects aren't
 * followed, and neither Next nor a cookie jar keeps anything of it, since an address may contain a postcode. Never
 * throws for anything the other side does; no failure contains the address.
 */
export async function getJson(
  url: string | URL,
  { fetch, userAgent, signal, maxBodyBytes, isAnswer = (status) => status >= 200 && status < 300 }: GetJsonOptions,
): Promise<JsonReply> {
  const headers = { accept: 'application/json', 'user-agent': userAgent }
  try {
    const response = await fetch(url, { headers, signal, redirect: 'manual', cache: 'no-store', credentials: 'omit' })
    if (!isAnswer(response.status)) {
      await response.body?.cancel()
      return describeStatus(response)
    }
    const text = await readText(response, maxBodyBytes)
    return text === null ? failed({ failure: 'too-large' }) : parseJson(text, response.status)
  } catch {
    return signal.aborted ? failed({ failure: 'timed-out' }, true) : failed({ failure: 'unreachable' }, true)
  }
}

function describeStatus({ status, headers }: Response): JsonReply {
  const retryAfter = headers.get('retry-after')
  if (status === 429 || (status === 503 && retryAfter !== null)) return { outcome: 'come-back', status, retryAfter }
  if (status >= 300 && status < 400) return failed({ failure: 'redirected' })
  return failed({ failure: 'bad-status', status }, status >= 500)
}

function parseJson(text: string, status: number): JsonReply {
  try {
    return { outcome: 'json', status, body: JSON.parse(text) as unknown }
  } catch {
    return failed({ failure: 'not-json' })
  }
}

function failed(failure: HttpFailure, isTransient = false): JsonReply {
  return { outcome: 'failed', failed: failure, isTransient }
}
