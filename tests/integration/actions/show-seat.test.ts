import { afterEach, describe, expect, test, vi } from 'vitest'
import { databases, useDatabase } from '../databases'

afterEach(() => vi.restoreAllMocks())

describe.each(databases)('the page of a constituency on $name', ({ create }) => {
  test('asks for the list of supporters once, also where each answer takes longer than it is cached', async () => {
    const { db, close } = await useDatabase(create)
    const { showSeat } = await import('@/lib/actions/show-seat')
    let clock = performance.now()
    let asked = 0
    const counting = db.$extends({
      query: {
        supporter: {
          $allOperations: async ({ args, query }) => {
            asked++
            clock += 2_000
            return query(args)
          },
        },
      },
    })
    Reflect.set(globalThis, 'stableFuturesDatabase', Promise.resolve(counting))
    vi.spyOn(performance, 'now').mockImplementation(() => clock)
    const view = await showSeat('ceredigion-preseli', new Date())
    expect(view).toMatchObject({ state: 'open', isSupporter: true, mp: { name: 'Ben Lake' } })
    expect(asked).toBe(1)
    await close()
  })
})
