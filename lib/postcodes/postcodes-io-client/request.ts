import { getJson, type GetJsonOptions } from '../../shared/http/get-json'
import type { UnavailableReason } from './answer'

export type Failure = { kind: 'failure'; reason: UnavailableReason; canRetry: boolean; retryAfter: string | null }
export type Reply<T> = { kind: 'reply'; value: T } | Failure

export type RequestOptions<T> = Pick<GetJsonOptions, 'fetch' | 'signal' | 'maxBodyBytes'> & {
  url: string
  /** Reads the JSON; null when it isn't an answer. */
  parse: (body: unknown) => T | null
}

/**
 * One GET, headers and body. 200 and 404 both carry answers. Failures are returned, and never contain the
 * postcode.
 */
export async function request<T>({ url, parse, ...options }: RequestOptions<T>): Promise<Reply<T>> {
  const reply = await getJson(url, {
    ...options,
    userAgent: 'stable-futures (contact-your-MP site)',
    isAnswer: (status) => status === 200 || status === 404,
  })
  switch (reply.outcome) {
    case 'json': {
      const value = parse(reply.body)
      return value === null ? fail('unexpected-shape') : { kind: 'reply', value }
    }
    case 'come-back':
      return reply.status === 429 ? fail('rate-limited', false, reply.retryAfter) : fail('bad-status', true)
    case 'failed':
      // A visitor is waiting, so a slow service doesn't get a second attempt.
      return fail(reply.failed.failure, reply.isTransient && reply.failed.failure !== 'timed-out')
  }
}

/** Whether a value is a failure of `request`; policies receive values of any type. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'failure'
}

function fail(reason: UnavailableReason, canRetry = false, retryAfter: string | null = null): Failure {
  return { kind: 'failure', reason, canRetry, retryAfter }
}
