import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPost, composePost, networks, preparePost } from '@/lib/messages/model/post'

const both = { name: 'Ann One', xHandle: 'one', blueskyHandle: 'two.bsky.social' }
const onX = { ...both, blueskyHandle: null }
const onBluesky = { ...both, xHandle: null }
const anyText = fc.string({ unit: fc.constantFrom(...'@＠one.2 \n\u2028\0/:é💙(') })

describe('a mention', () => {
  test.each([
    ['hello @one, @one', 'hello @two.bsky.social, @two.bsky.social'],
    ['.@one (@ONE) “@one” – @one’s', '.@two.bsky.social (@two.bsky.social) “@two.bsky.social” – @two.bsky.social’s'],
    ['💙@one ＠one @one.', '💙@two.bsky.social @two.bsky.social @two.bsky.social.'],
  ])('%j becomes their handle on Bluesky', (text, expected) =>
    expect(composePost(text, 'bluesky', both)).toBe(expected),
  )

  test.each([
    '@oneself, @one_ or @onè',
    'one@one, a.b@one.org or x+@one',
    'https://example.org/@one',
    'https://example.org/?a,@one www.a.uk/(@one) a.uk/@one',
    '@one.example.org @one-two @@one @one@one.example',
  ])('%j has none', (text) => expect(composePost(text, 'bluesky', both)).toBe(text))

  test('becomes the MP’s name where the handle isn’t theirs', () => {
    expect(composePost('hello @one', 'bluesky', onX)).toBe('hello Ann One')
    expect(composePost('hello @two.bsky.social', 'x', onBluesky)).toBe('hello Ann One')
    expect(composePost('hello @Two.bsky.social', 'x', both)).toBe('hello @one')
    expect(composePost('hello @two-bsky-social', 'x', both)).toBe('hello @two-bsky-social')
    for (const network of ['threads', 'whatsapp', 'facebook'] as const)
      expect(composePost('hello @one or @two.bsky.social', network, both)).toBe('hello Ann One or Ann One')
    expect(composePost('hello @one', 'x', both)).toBe('hello @one')
    expect(composePost('hello @one', 'x', { ...both, xHandle: null, blueskyHandle: null })).toBe('hello @one')
  })
})

test('the minister’s handle stands on X only; elsewhere it is someone else’s, or nobody’s', () => {
  const mp = { ...both, minister: { name: 'the Home Secretary Jo Two', xHandle: 'jo_two' } }
  const post = '@one, please raise this with @jo_two.'
  expect(composePost(post, 'x', mp)).toBe('.@one, please raise this with @jo_two.')
  expect(composePost(post, 'bluesky', mp)).toBe('@two.bsky.social, please raise this with the Home Secretary Jo Two.')
  for (const network of ['threads', 'whatsapp', 'facebook'] as const)
    expect(composePost(post, network, mp)).toBe('Ann One, please raise this with the Home Secretary Jo Two.')
})

test('on X no post begins with a handle, and preparing a post twice changes nothing more', () => {
  expect(preparePost(' @one hello ')).toBe('.@one hello')
  expect(preparePost('＠one')).toBe('.＠one')
  fc.assert(
    fc.property(anyText, (text) => {
      const post = composePost(text, 'x', both)
      expect(post).not.toMatch(/^[@＠]|[\0\u2028]|^\s|\s$/)
      expect(preparePost(post)).toBe(post)
    }),
  )
})

test('an empty or over-long post is reported by network, with its length there', () => {
  const link = 'https://www.stablefutures.org.uk/take-action/ashford'
  expect(checkPost('x'.repeat(281), 'x')).toEqual({ problem: 'too-long', length: 281, limit: 280 })
  expect(checkPost(`${'x'.repeat(260)}${link}`, 'bluesky')).toMatchObject({ problem: 'too-long' })
  expect(checkPost(`${'x'.repeat(259)} ${link}`, 'bluesky')).toBeNull()
  expect(checkPost(`${'x'.repeat(260)} ${link}`, 'bluesky')).toEqual({ problem: 'too-long', length: 301, limit: 300 })
  expect(checkPost('x'.repeat(501), 'threads')).toEqual({ problem: 'too-long', length: 501, limit: 500 })
  expect(checkPost('x'.repeat(9_000), 'whatsapp')).toBeNull()
  for (const network of networks)
    expect(checkPost(' ', network)).toEqual(network === 'facebook' ? null : { problem: 'empty' })
})
