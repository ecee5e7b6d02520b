import { randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { parseEnv } from '@/lib/shared/env'

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const [older, newer] = [key('2025'), key('2026')]

async function withKeys(keys: string) {
  vi.resetModules()
  vi.stubEnv('LETTERS_KEY', keys)
  return import('@/lib/letters/keys')
}

test('a sealed text opens in its place only, is never the same twice, and tells nothing', async () => {
  const { seal, unseal } = await withKeys(newer)
  const text = 'Zoë Marker, 7 Marker Close'
  const [one, two] = [seal(text, 'a text'), seal(text, 'a text')]
  expect(one).not.toBe(two)
  expect(one).not.toMatch(/Marker/)
  expect(Buffer.from(one.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toMatch(/Marker/)
  expect(unseal(one, 'a text')).toBe(text)
  expect(unseal(one, 'b text')).toBeNull()
  const bytes = Buffer.from(one.split('.')[3] ?? '', 'base64url')
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
  expect(unseal([...one.split('.').slice(0, 3), bytes.toString('base64url')].join('.'), 'a text')).toBeNull()
  for (const broken of ['', '1', '1.2026', '1.2026..', 'x.y.z.!']) expect(unseal(broken, 'a text')).toBeNull()
})

test('a key that was replaced still opens what it sealed, and its links still work; without it they don’t', async () => {
  const before = await withKeys(older)
  const sealed = before.seal('text', 'place')
  const token = before.composeToken('confirm', 'id', sealed)
  const hash = before.hashMailbox('ann@example.org', 7)
  const rotated = await withKeys(`${newer},${older}`)
  expect(rotated.unseal(sealed, 'place')).toBe('text')
  expect(rotated.composeToken('confirm', 'id', sealed)).toBe(token)
  expect(rotated.hashMailbox('ann@example.org', 7)).toContain(hash[0])
  expect(rotated.seal('text', 'place')).toMatch(/^1\.2026\./)
  const gone = await withKeys(newer)
  expect(gone.unseal(sealed, 'place')).toBeNull()
  expect(gone.composeToken('confirm', 'id', sealed)).toBeNull()
})

test('a token is good for one purpose and one letter, and its hash for one purpose', async () => {
  const { composeToken, hashToken, seal } = await withKeys(newer)
  const sealed = seal('', '')
  const tokens = [
    composeToken('confirm', 'a', sealed),
    composeToken('follow-up', 'a', sealed),
    composeToken('confirm', 'b', sealed),
  ]
  expect(new Set(tokens).size).toBe(3)
  expect(hashToken('confirm', 'x')).not.toBe(hashToken('follow-up', 'x'))
})

test('only whole keys are accepted as a setting', () => {
  expect(parseEnv({ LETTERS_KEY: `${newer},${older}` }).LETTERS_KEY).toBe(`${newer},${older}`)
  for (const bad of ['secret', `${newer},`, `2026:${'A'.repeat(20)}`, newer.slice(5)])
    expect(() => parseEnv({ LETTERS_KEY: bad }), bad).toThrow('LETTERS_KEY')
})
