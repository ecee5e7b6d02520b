import { afterEach, expect, test } from 'vitest'
import { AsyncLocalStorage } from 'node:async_hooks'
import { readWithFallback } from '@/lib/shared/fallback'

const held: typeof globalThis & { stableFuturesFallback?: AsyncLocalStorage<true> } = globalThis
afterEach(() => {
  delete held.stableFuturesFallback
})

test('many reads at once leave no warning of a leak in the log', async () => {
  held.stableFuturesFallback = new AsyncLocalStorage()
  const warnings: Error[] = []
  const collect = (warning: Error) => void warnings.push(warning)
  process.on('warning', collect)
  const together = new Promise<string>((resolve) => setImmediate(resolve, 'read'))
  const answers = held.stableFuturesFallback.run(true, () =>
    Promise.all(
      Array.from({ length: 20 }, () =>
        readWithFallback(
          () => together,
          () => 'shipped',
        ),
      ),
    ),
  )
  expect(new Set(await answers)).toEqual(new Set(['read']))
  await new Promise(setImmediate) // Node emits warnings after the current turn
  process.off('warning', collect)
  expect(warnings.map(({ name }) => name)).toEqual([])
})
