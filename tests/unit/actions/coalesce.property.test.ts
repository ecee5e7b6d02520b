import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coalesce } from '@/lib/actions/coalesce'

/** A store that writes the whole batch or nothing, distinguishes new items from known ones, and refuses some. */
function createStore(refused: ReadonlySet<number>) {
  const kept = new Set<number>()
  const sizes: number[] = []
  let isBusy = false
  async function writeBatch(items: number[]) {
    expect(isBusy, 'two batches at once').toBe(false)
    isBusy = true
    await new Promise((resolve) => setImmediate(resolve))
    isBusy = false
    if (items.some((item) => refused.has(item))) throw new Error('refused')
    sizes.push(items.length)
    return items.map((item) => {
      const isNew = !kept.has(item)
      kept.add(item)
      return isNew
    })
  }
  return { kept, sizes, writeBatch }
}

const item = fc.integer({ min: 0, max: 40 })

test('every caller is answered once, new items are new once, and one bad item doesn’t affect others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(item, { maxLength: 30 }), { maxLength: 6 }), // waves of concurrent writes
      fc.uniqueArray(item, { maxLength: 1 }),
      fc.integer({ min: 1, max: 12 }),
      async (waves, bad, limit) => {
        const refused = new Set(bad)
        const store = createStore(refused)
        const { write, flush } = coalesce(store.writeBatch, limit)
        const writes: Promise<{ item: number; isNew: boolean | null }>[] = []
        for (const wave of waves) {
          // The store has one bad item; more than two in a row would look like a broken store.
          const distinct = wave.filter((item, at) => !refused.has(item) || wave.indexOf(item) === at)
          writes.push(
            ...distinct.map((item) =>
              write(item).then(
                (isNew) => ({ item, isNew }),
                () => ({ item, isNew: null }),
              ),
            ),
          )
          await new Promise((resolve) => setImmediate(resolve))
        }
        await flush()
        const answers = await Promise.all(writes)
        for (const { item, isNew } of answers) expect(isNew === null).toBe(refused.has(item))
        const news = answers.filter(({ isNew }) => isNew).map(({ item }) => item)
        expect(news.toSorted()).toEqual([...store.kept].toSorted())
        expect(Math.max(0, ...store.sizes)).toBeLessThanOrEqual(limit)
      },
    ),
  )
})

test('concurrent writes share a batch; a lone one isn’t delayed', async () => {
  const store = createStore(new Set())
  const { write } = coalesce(store.writeBatch, 100)
  await write(1)
  await Promise.all(Array.from({ length: 64 }, (_, at) => write(at)))
  expect(store.sizes).toEqual([1, 64])
})

test('a store that is down is tried three more times, not once for each item waiting', async () => {
  let calls = 0
  const { write, flush } = coalesce<number, boolean>(() => {
    calls++
    return Promise.reject(new Error('gone'))
  }, 100)
  const results = await Promise.allSettled(Array.from({ length: 50 }, (_, at) => write(at)))
  expect(results.every(({ status }) => status === 'rejected')).toBe(true)
  expect(calls).toBe(4)
  await flush()
})

test('yields to other work, however fast the store and however many the writes', async () => {
  const { write } = coalesce((items: number[]) => Promise.resolve(items), 100)
  let isOver = false
  setTimeout(() => (isOver = true), 5)
  while (!isOver) await write(1)
})

test('flush waits for what is being written, even if it fails, and not when there is nothing', async () => {
  const store = createStore(new Set([2]))
  const { write, flush } = coalesce(store.writeBatch, 1)
  await flush()
  const answers = Promise.allSettled([write(1), write(2), write(3)])
  await flush()
  expect([...store.kept]).toEqual([1, 3])
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
