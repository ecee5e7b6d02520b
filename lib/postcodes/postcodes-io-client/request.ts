import { readText } from '../../shared/http/read-text'
import type { UnavailableReason } from './answer'

export type Failure = { kind: 'failure'; reason: UnavailableReason; canRetry: boolean; retryAfter: string | null }
export type Reply<T> = { kind: 'reply'; value: T } | Failure

export type RequestOptions<T> = {
  fetch: typeof fetch
  url: string
  signal: AbortSignal
  maxBodyBytes: number
  /** Reads the JSON; null when it is not an answer. */
  parse: (body: unknown) => T | null
}

/**
 * One GET, headers and body. Every failure is a value, and holds nothing of the address
 * asked (which contains a postcode). 200 and 404 both carry answers; a redirect is not followed.
 */
export async function request<T>({ fetch, url, signal, maxBodyBytes, parse }: RequestOptions<T>): Promise<Reply<T>> {
  let text: string | null
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'manual',
      // A postcode must not stay in the framework's cache of responses.
      cache: 'no-store',
      credentials: 'omit',
      headers: { accept: 'application/json', 'user-agent': 'stable-futures (contact-your-MP site)' },
    })
    if (response.status !== 200 && response.status !== 404) {
      await response.body?.cancel()
      return failureOf(response)
    }
    text = await readText(response, maxBodyBytes)
  } catch {
    return signal.aborted ? failure('timeout') : failure('network', true)
  }
  if (text === null) return failure('too_large')
  const value = parse(parseJson(text))
  return value === null ? failure('bad_body') : { kind: 'reply', value }
}

/** Whether something is a failure of `request`, for policies that are given any value. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'failure'
}

function failure(reason: UnavailableReason, canRetry = false, retryAfter: string | null = null): Failure {
  return { kind: 'failure', reason, canRetry, retryAfter }
}

function failureOf({ status, headers }: Response): Failure {
  if (status === 429) return failure('rate_limited', false, headers.get('retry-after'))
  return failure('http', status >= 500)
}

/** The value of a JSON text; undefined (which JSON cannot say) when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
