import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invalidateCaches, cacheBriefly, cacheUntilChange } from '@/lib/shared/cache'

let nowMs = 0
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
})
afterEach(() => void vi.restoreAllMocks())

test('a read is cached for a second, unless it fails', async () => {
  let reads = 0
  const get = cacheBriefly(async () => {
    reads++
    if (reads === 1) throw new Error('away')
    return reads
  })
  await expect(get()).rejects.toThrow('away')
  expect(await Promise.all([get(), get()])).toEqual([2, 2])
  nowMs += 999
  expect(await get()).toBe(2)
  nowMs += 1
  expect(await get()).toBe(3)
})

test('a read by key is cached until something changes; one that fails or finds nothing is repeated', async () => {
  const reads: string[] = []
  const get = cacheUntilChange(async (key: string, at: number) => {
    reads.push(key)
    if (key === 'broken') throw new Error('away')
    return key === 'unknown' ? null : `${key} at ${at}`
  })
  expect(await Promise.all([get('ashford', 1), get('ashford', 2)])).toEqual(['ashford at 1', 'ashford at 1'])
  expect(await get('bath', 3)).toBe('bath at 3')
  nowMs += 3_600_000
  expect(await get('ashford', 4)).toBe('ashford at 1')
  for (const each of [1, 2]) {
    expect(await get('unknown', each)).toBeNull()
    await expect(get('broken', each)).rejects.toThrow('away')
  }
  expect(reads).toEqual(['ashford', 'bath', 'unknown', 'broken', 'unknown', 'broken'])
  invalidateCaches()
  expect(await get('ashford', 5)).toBe('ashford at 5')
})

test('after a change, no one gets a read that started before it', async () => {
  const releases: ((value: string) => void)[] = []
  const get = cacheUntilChange((_key: string) => new Promise<string | null>((resolve) => releases.push(resolve)))
  const early = get('ashford')
  invalidateCaches()
  const late = get('ashford')
  releases[0]?.('old')
  releases[1]?.('new')
  expect([await early, await late, await get('ashford')]).toEqual(['old', 'new', 'new'])
})
