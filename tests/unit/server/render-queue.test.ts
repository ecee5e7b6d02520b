import { expect, test } from 'vitest'
import { createRenderQueue } from '@/lib/server/front/render-queue.mjs'

function createLab(maxAtOnce: number) {
  const begun: string[] = []
  const releases = new Map<string, () => void>()
  const queue = createRenderQueue(
    (path: string) =>
      new Promise<string>((resolve) => {
        begun.push(path)
        releases.set(path, () => resolve(`${path} of ${begun.length}`))
      }),
    { maxAtOnce },
  )
  const release = (path: string) => releases.get(path)?.()
  return { queue, begun, release }
}

test('pages that visitors wait for are rendered before mere refreshes, which go one at a time', async () => {
  const { queue, begun, release } = createLab(2)
  for (const path of ['/old', '/older', '/oldest']) queue.makeLater(path)
  expect(begun).toEqual(['/old'])
  const wanted = ['/a', '/b', '/oldest', '/a'].map((path) => queue.makeNow(path))
  expect(begun).toEqual(['/old', '/a'])
  release('/old')
  await expect.poll(() => begun).toEqual(['/old', '/a', '/b'])
  release('/a')
  await expect.poll(() => begun.at(-1)).toBe('/oldest')
  release('/b')
  await wanted[1]
  expect(begun).not.toContain('/older')
  release('/oldest')
  await expect.poll(() => begun.at(-1)).toBe('/older')
  release('/older')
  expect(await wanted[0]).toBe(await wanted[3])
  await expect.poll(() => queue.isMaking('/older')).toBe(false)
  expect(begun).toEqual(['/old', '/a', '/b', '/oldest', '/older'])
})

test('the queue estimates how long another page would take', async () => {
  const { queue, release } = createLab(1)
  const before = queue.waitMs
  const made = Array.from({ length: 100 }, (_, at) => queue.makeNow(`/${at}`))
  expect(queue.waitMs).toBeGreaterThan(before * 50)
  for (let at = 0; at < 100; at++) {
    await expect.poll(() => release(`/${at}`) ?? queue.isMaking(`/${at}`), { interval: 1 }).toBe(false)
  }
  await Promise.all(made)
})
