import { afterEach, expect, test, vi } from 'vitest'
import { showSeat } from '@/lib/actions/show-seat'
import { onEachDatabase } from '../databases'

afterEach(() => vi.restoreAllMocks())

onEachDatabase('the page of a constituency', ({ db }) => {
  test('asks for the supporters once, even if each answer takes longer than it is cached', async () => {
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
    Reflect.set(globalThis, 'stableFuturesDatabase', Promise.resolve(db))
    expect(view).toMatchObject({ state: 'open', isSupporter: true, mp: { name: 'Ben Lake' } })
    expect(asked).toBe(1)
  })
})
