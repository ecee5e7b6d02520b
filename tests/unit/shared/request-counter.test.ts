import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRequestCounter } from '@/lib/shared/request-counter.mjs'

const limits = [
  { seconds: 60, points: 3 },
  { seconds: 3_600, points: 5 },
]

test('limits apply per minute and per hour, separately for each visitor and action', () => {
  let now = 0
  const counter = createRequestCounter({ now: () => now })
  const charge = (visitor = '192.0.2.1', action = 'look') => counter.charge(action, visitor, limits)
  now = 20_000
  expect([charge(), charge(), charge(), charge()]).toEqual([0, 0, 0, 40])
  expect([charge('192.0.2.2'), charge('192.0.2.1', 'send')]).toEqual([0, 0])
  now = 60_000
  expect([charge(), charge(), charge()]).toEqual([0, 0, 3_540])
  now = 3_600_000
  expect(charge()).toBe(0)
})

test('a refused charge costs nothing; 0 points only checks; the last charge can go over', () => {
  const counter = createRequestCounter({ now: () => 0 })
  const budget = [{ seconds: 60, points: 100 }]
  const charge = (points: number) => counter.charge('cost', '2001:db8::/64', budget, points)
  expect([charge(0), charge(90), charge(0), charge(70), charge(0), charge(1)]).toEqual([0, 0, 0, 0, 60, 60])
})

test('no one gets more than the limit within one window, in any order of charges', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ visitor: fc.integer({ min: 0, max: 3 }), afterMs: fc.integer({ min: 0, max: 30_000 }) }), {
        maxLength: 200,
      }),
      (requests) => {
        let now = 0
        const counter = createRequestCounter({ max: 10, now: () => now })
        const allowed = new Map<string, number>()
        for (const { visitor, afterMs } of requests) {
          now += afterMs
          if (counter.charge('look', String(visitor), limits) > 0) continue
          for (const { seconds, points } of limits) {
            const key = `${visitor} ${seconds} ${Math.floor(now / (seconds * 1_000))}`
            allowed.set(key, (allowed.get(key) ?? 0) + 1)
            expect(allowed.get(key)).toBeLessThanOrEqual(points)
          }
        }
      },
    ),
  )
})

test('the least recently used is evicted first, so an active visitor stays counted', () => {
  const counter = createRequestCounter({ max: 100, now: () => 0 })
  const charge = (visitor: string) => counter.charge('look', visitor, limits)
  for (let i = 0; i < 3; i++) charge('192.0.2.1')
  for (let i = 0; i < 1_000; i++) {
    charge(`198.51.100.${i}`)
    if (i % 50 === 0) expect(charge('192.0.2.1')).toBeGreaterThan(0)
  }
})

test('processes that share large counts together allow little more than one alone', () => {
  const many = [{ seconds: 60, points: 100 }]
  const processes = [
    createRequestCounter({ now: () => 0 }),
    createRequestCounter({ now: () => 0 }),
    createRequestCounter({ now: () => 0 }),
  ]
  for (const each of processes) each.agreeOn('salt')
  const table = new Map<string, number>()
  let allowed = 0
  for (let second = 0; second < 60; second++) {
    for (const each of processes) for (let i = 0; i < 3; i++) if (each.charge('look', 'unknown', many) === 0) allowed++
    for (const each of processes) {
      const { rows, learn } = each.listShared()
      for (const { key, count } of rows) table.set(key, (table.get(key) ?? 0) + count)
      learn(rows.map(({ key }) => ({ key, count: table.get(key) ?? 0 })))
    }
  }
  expect(allowed).toBeGreaterThanOrEqual(100)
  expect(allowed).toBeLessThanOrEqual(109)
  expect([...table]).toEqual([[expect.stringMatching(/^[\w-]{43}\.60\.0$/), allowed]])
})

test('counts that could not be written are listed again, and nothing is added twice', () => {
  let now = 0
  const counter = createRequestCounter({ now: () => now })
  const ten = [{ seconds: 60, points: 10 }]
  for (let i = 0; i < 4; i++) counter.charge('look', 'unknown', ten)
  expect(counter.listShared().rows.map(({ count }) => count)).toEqual([4])
  counter.charge('look', 'unknown', ten)
  const { rows, learn } = counter.listShared()
  expect(rows).toEqual([{ key: expect.any(String), count: 5, endsAtMinute: 1 }])
  counter.charge('look', 'unknown', ten) // while the database is asked
  learn(rows.map(({ key }) => ({ key, count: 8 })))
  expect(counter.listShared().rows.map(({ count }) => count)).toEqual([1])
  expect([counter.charge('look', 'unknown', ten), counter.charge('look', 'unknown', ten)]).toEqual([0, 60])
  now = 60_000
  expect(counter.listShared().rows).toEqual([])
})

// The old limiter had a timer per entry, which kept its request in memory: 11,000 of them crashed a process with ten
// times this heap.
test('more addresses than the counter can hold, each in a request with 40 kB, take under 50 MB', () => {
  const file = pathToFileURL(path.resolve('lib/shared/request-counter.mjs')).href
  const script = `
    import { AsyncLocalStorage } from 'node:async_hooks'
    import { getRequestCounter } from '${file}'
    const request = new AsyncLocalStorage(), counter = getRequestCounter()
    const limits = [{ seconds: 60, points: 60 }, { seconds: 3600, points: 600 }]
    gc()
    const before = process.memoryUsage().heapUsed
    for (let i = 0; i < 4e5; i++) request.run(i % 4 ? {} : new Array(5_000).fill(i), () => counter.charge('handOff', 'address ' + i, limits))
    gc()
    console.log((process.memoryUsage().heapUsed - before) / 1e6)`
  const heapMb = Number(
    execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=100', '--input-type=module', '-e', script]),
  )
  expect(heapMb).toBeGreaterThan(10)
  expect(heapMb).toBeLessThan(50)
})
