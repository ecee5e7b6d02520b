import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeCampaign, firstSettings } from '@/lib/campaign/model/campaign'
import { parseNotice } from '@/lib/campaign/model/notice'

test('bold and links are parsed, the rest is text', () => {
  expect(parseNotice('Vote on **Monday**: [read more](/about) or [see](https://example.org/a?b=1).')).toEqual([
    { text: 'Vote on ', isBold: false, href: null },
    { text: 'Monday', isBold: true, href: null },
    { text: ': ', isBold: false, href: null },
    { text: 'read more', isBold: false, href: '/about' },
    { text: ' or ', isBold: false, href: null },
    { text: 'see', isBold: false, href: 'https://example.org/a?b=1' },
    { text: '.', isBold: false, href: null },
  ])
  expect(parseNotice('')).toEqual([])
})

test.each([
  'javascript:alert(1)',
  '//evil.example',
  '/\\evil.example',
  'http://example.org',
  'https://a@evil.example',
  'data:text/html,x',
])('%s is no link', (address) => {
  expect(parseNotice(`[x](${address})`)).toEqual([{ text: `[x](${address})`, isBold: false, href: null }])
})

test('whatever the input, no word is lost and no address is unsafe', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('**', '[', '](', ')', '/', 'https://a.uk', 'javascript:', '<b>'))
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const parts = parseNotice(text)
        const again = parts
          .map((part) =>
            part.isBold ? `**${part.text}**` : part.href === null ? part.text : `[${part.text}](${part.href})`,
          )
          .join('')
        expect(again).toBe(text)
        for (const { href } of parts)
          if (href !== null)
            expect(new URL(href, 'https://own.example').href).toMatch(
              href.startsWith('/') ? /^https:\/\/own\.example\// : /^(?:https|mailto):/,
            )
      },
    ),
  )
})

test('a campaign names its minister, shows its notice while scheduled, and leaves open settings to the server', () => {
  const server = { siteUrl: 'https://s.example', isDissolved: true }
  const view = (change: Partial<typeof firstSettings>, at = '2026-11-22T10:00:00Z') =>
    composeCampaign({ ...firstSettings, ...change }, server, new Date(at))
  expect(view({})).toMatchObject({
    minister: 'the Home Secretary',
    isDissolved: true,
    notice: null,
    siteUrl: 'https://s.example',
  })
  expect(view({ ministerName: 'Ann Example', isDissolved: false })).toMatchObject({
    minister: 'the Home Secretary Ann Example',
    isDissolved: false,
  })
  const noticeFrom = new Date('2026-11-22T10:00:00Z')
  expect(view({ noticeText: 'Hi', noticeFrom }).notice).toEqual([{ text: 'Hi', isBold: false, href: null }])
  expect(view({ noticeText: 'Hi', noticeFrom }, '2026-11-22T09:59:59Z').notice).toBeNull()
})
