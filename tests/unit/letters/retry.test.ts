import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeFailure, nextTry } from '@/lib/letters/model/retry'

const start = new Date('2026-11-26T10:00:00Z')

test('a 5xx about the email is final; everything else is tried again', () => {
  const of = (failure: Parameters<typeof judgeFailure>[0]) => {
    const answer = judgeFailure(failure)
    return answer.outcome === 'accepted' ? '' : `${answer.outcome} ${answer.reason}`
  }
  expect(of({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' })).toBe('refused unknown-mailbox')
  expect(of({ responseCode: 552, command: 'RCPT TO' })).toBe('refused mailbox-full')
  expect(of({ code: 'EMESSAGE', responseCode: 554, command: 'DATA' })).toBe('refused rejected')
  expect(of({ responseCode: 450, command: 'RCPT TO' })).toBe('deferred greylisted')
  expect(of({ responseCode: 452, command: 'RCPT TO', response: '452 4.2.2 full' })).toBe('deferred mailbox-full')
  expect(of({ responseCode: 421, command: 'CONN' })).toBe('deferred busy')
  expect(of({ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' })).toBe('deferred busy')
  expect(of({ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' })).toBe('deferred not-signed-in')
  expect(of({ code: 'ETLS' })).toBe('deferred no-encryption')
  expect(of({ code: 'ETIMEDOUT' })).toBe('deferred timed-out')
  expect(of({ code: 'ECONNECTION' })).toBe('deferred no-connection')
  expect(of({})).toBe('deferred no-connection')
  expect(of({ code: 'EPARLIAMENT' })).toBe('refused not-live')
})

test('the waits grow, with jitter, for 48 hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
      const wait = (nextTry(tries, start, start, chance)?.getTime() ?? 0) - start.getTime()
      const middle = Math.min(60_000 * 2 ** (tries - 1), 4 * 3_600_000)
      expect(wait).toBeGreaterThanOrEqual(Math.floor(0.75 * middle))
      expect(wait).toBeLessThanOrEqual(1.25 * middle)
    }),
  )
  expect(nextTry(12, start, new Date(start.getTime() + 48 * 3_600_000 - 1), 0.5)).not.toBeNull()
  expect(nextTry(12, start, new Date(start.getTime() + 48 * 3_600_000), 0.5)).toBeNull()
})
