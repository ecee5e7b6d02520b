import { afterEach, describe, expect, test, vi } from 'vitest'
import { readBrowserKey } from '@/components/browser/browser-key'
import { getTabItem, setTabItem } from '@/components/browser/tab-storage'

const denied = new Proxy({}, { get: () => refuse })
function refuse() {
  throw new DOMException('denied', 'SecurityError')
}
function makeStorage(isWritable: boolean, items = new Map<string, string>()) {
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => (isWritable ? void items.set(name, value) : refuse()),
    removeItem: (name: string) => (isWritable ? void items.delete(name) : refuse()),
    clear: () => items.clear(),
  }
}
afterEach(() => vi.unstubAllGlobals())

describe.each([
  ['works', () => makeStorage(true)],
  ['reads, but can’t be written', () => makeStorage(false, new Map([['name', 'before']]))],
  ['is switched off', () => denied],
])('storage that %s', (_what, make) => {
  test('gives what was last set on this page', () => {
    vi.stubGlobal('sessionStorage', make())
    setTabItem('name', 'Ann')
    expect(getTabItem('name')).toBe('Ann')
    setTabItem('name', null)
    expect(getTabItem('name')).toBeNull()
    expect(getTabItem('other')).toBeNull()
  })

  test('gives one key for the day', () => {
    vi.stubGlobal('localStorage', make())
    expect(readBrowserKey()).toBe(readBrowserKey())
  })
})

test('after the visitor has left, nothing more is stored', async () => {
  vi.resetModules() // it lasts as long as the page
  const own = await import('@/components/browser/tab-storage')
  const items = new Map<string, string>()
  vi.stubGlobal('sessionStorage', makeStorage(true, items))
  own.setTabItem('name', 'Ann')
  own.closeTab()
  own.setTabItem('name', 'Ann')
  expect(items.size).toBe(0)
  expect(own.getTabItem('name')).toBeNull()
})
