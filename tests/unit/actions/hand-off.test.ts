import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels } from '@/lib/actions/model/channel'
import {
  channelOf,
  composeHandOffUrl,
  type Draft,
  isTooLong,
  type Reach,
  stepOf,
  type Target,
  targets,
} from '@/lib/actions/model/hand-off'

const mp: Reach = { name: 'Ann One', email: 'ann@example.org', xHandle: 'one', blueskyHandle: 'one.bsky.social' }
const nowhere: Reach = { name: 'Ann One', email: null, xHandle: null, blueskyHandle: null }
const draft: Draft = { post: 'Hello @one', subject: 's', body: 'b' }
const page = 'https://stablefutures.example/take-action/ashford'
const open = (target: Target, change: Partial<Draft> = {}, reach = mp) =>
  composeHandOffUrl(target, reach, { ...draft, ...change }, page)
const read = (url: string | null, name: string) => url && new URL(url).searchParams.get(name)

test('every network is open to every visitor, with the MP’s handle or name', () => {
  expect(read(open('x'), 'text')).toBe('Hello @one')
  expect(read(open('bluesky'), 'text')).toBe('Hello @one.bsky.social')
  expect(open('threads')).toBe('https://www.threads.net/intent/post?text=Hello%20Ann%20One')
  expect(open('whatsapp')).toBe('https://wa.me/?text=Hello%20Ann%20One')
  expect(read(open('facebook'), 'u')).toBe(page)
  for (const target of targets) expect(open(target, {}, nowhere) !== null, target).toBe(stepOf(target) === 'post')
})

test('each target counts as one channel, and the letter opens nothing', () => {
  expect(targets.map(channelOf).every((channel) => channels.includes(channel))).toBe(true)
  expect(channelOf('gmail')).toBe('email')
  expect(open('letter')).toBeNull()
  expect(open('mailto')).toBe('mailto:ann@example.org?subject=s&body=b')
})

const limits = { mailto: 1_800, outlook: 2_000, gmail: 8_000, yahoo: 8_000 } as const

test('an email link is never longer than its program takes; a longer email leaves only its subject in it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aé ’\n💙'), maxLength: 4_000 })
  fc.assert(
    fc.property(text, fc.constantFrom('mailto', 'outlook', 'gmail', 'yahoo'), (body, target) => {
      const url = open(target, { body })
      expect(url?.length).toBeLessThanOrEqual(limits[target])
      const isLong = isTooLong(target, mp, { ...draft, body })
      expect(url?.endsWith('body=')).toBe(isLong || body.trim() === '')
      expect(url).toMatch(/[?&](?:subject|su)=s&body=/)
    }),
  )
  for (const target of ['mailto', 'outlook', 'gmail', 'yahoo'] as const) {
    expect(isTooLong(target, mp, { ...draft, body: 'x'.repeat(limits[target]) })).toBe(true)
    expect(isTooLong(target, mp, { ...draft, body: 'x'.repeat(limits[target] - 150) })).toBe(false)
  }
  expect(isTooLong('x', mp, { ...draft, post: 'x'.repeat(9_000) })).toBe(false)
})

test('every text that leaves has plain line breaks and no control characters', () => {
  const odd = 'a\u2028b\u0085c\vd\0e'
  expect(read(open('gmail', { body: odd, subject: odd }), 'body')).toBe('a\nb\nc\nde')
  expect(read(open('gmail', { body: odd, subject: odd }), 'su')).toBe('a b c de')
  expect(read(open('x', { post: odd }), 'text')).toBe('a\nb\nc\nde')
})
