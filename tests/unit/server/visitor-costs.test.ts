import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { beforeEach, expect, test } from 'vitest'
import { createVisitorCosts } from '@/lib/server/front/visitor-costs.mjs'

let nowMs = 0
let cpuMs = 0
let costs: ReturnType<typeof createVisitorCosts>
const from = (visitor: string) =>
  Object.assign(new IncomingMessage(new Socket()), { headers: { 'x-visitor-address': visitor } })

beforeEach(() => {
  nowMs = 1_000_000
  costs = createVisitorCosts({ share: 0.1, now: () => nowMs, readCpuMs: () => cpuMs })
})

/** One request, the only one in progress, that uses this much processor time; false when it is refused. */
function use(visitor: string, ms: number): boolean {
  const end = costs.begin(from(visitor))
  if (!end) return false
  cpuMs += ms
  nowMs += ms
  end()
  end()
  return true
}

test('a visitor gets a burst of five seconds, and a tenth of a core after that', () => {
  let used = 0
  while (use('192.0.2.1', 50)) used += 50
  expect(used).toBeGreaterThan(5_000)
  expect(used).toBeLessThan(5_700)
  expect(costs.secondsToWait(from('192.0.2.1'))).toBe(1)
  const begun = nowMs
  used = 0
  while (nowMs < begun + 600_000) {
    if (use('192.0.2.1', 50)) used += 50
    else {
      used += 0.2 // for the refusal
      nowMs += 10
    }
  }
  expect(used / 600_000).toBeGreaterThan(0.09)
  expect(used / 600_000).toBeLessThan(0.11)
})

test('a visitor who keeps asking while refused pays for it, but waits at most ten seconds longer', () => {
  while (use('192.0.2.1', 50));
  const begun = nowMs
  while (nowMs < begun + 60_000) {
    expect(use('192.0.2.1', 50)).toBe(false)
    nowMs += 1
  }
  expect(costs.secondsToWait(from('192.0.2.1'))).toBeGreaterThan(9)
  expect(costs.secondsToWait(from('192.0.2.1'))).toBeLessThanOrEqual(11)
  nowMs += 11_000
  expect(use('192.0.2.1', 50)).toBe(true)
})

test('each visitor has a separate allowance; all those without an address share one, eight times as large', () => {
  while (use('192.0.2.1', 50));
  expect(use('192.0.2.2', 50)).toBe(true)
  let used = 0
  while (use('unknown', 50)) used += 50
  expect(used).toBeGreaterThan(40_000)
})

test('simultaneous requests count before they finish, and leave no debt behind', () => {
  const ends = []
  for (;;) {
    const end = costs.begin(from('192.0.2.1'))
    if (!end) break
    ends.push(end)
  }
  expect(ends).toHaveLength(500)
  for (const end of ends) end()
  expect(use('192.0.2.1', 1)).toBe(true)
})

test('requests in progress share the process’s time, without what answers from memory cost', () => {
  const ends = ['192.0.2.1', '192.0.2.2'].map((visitor) => costs.begin(from(visitor)))
  cpuMs += 9_000
  for (const end of ends) end?.()
  expect(use('192.0.2.1', 1)).toBe(true) // 4.5 s of 5
  const end = costs.begin(from('192.0.2.3'))
  for (let answered = 0; answered < 90_000; answered++) costs.excuse()
  cpuMs += 9_000
  end?.()
  expect(use('192.0.2.3', 4_000)).toBe(true)
})
