import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanName } from '@/lib/shared/model/display-name'
import { detectLogoType } from '@/lib/supporters/model/logo'
import { blankValues } from '@/lib/supporters/model/fields'
import type { MemberNow, SupporterRow, WallSupporter } from '@/lib/supporters/model/supporter'
import { parseSupporterSeed } from '@/lib/supporters/model/seed'
import { composeRole, composeWall, composeWallCount, groupWall, sliceWall } from '@/lib/supporters/model/wall'
import { parseWebLink } from '@/lib/shared/model/web-link'

const rushcliffe = { party: 'Labour', seat: { slug: 'rushcliffe', name: 'Rushcliffe', nation: 'England' } }
// Every code unit, so also halves of characters.
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units))
const members = new Map<number, MemberNow>([
  [1, rushcliffe],
  [2, { party: 'Plaid Cymru', seat: null }],
])

function row(change: Partial<SupporterRow>): SupporterRow {
  return {
    ...blankValues,
    id: 1,
    kind: 'mp',
    name: 'Ann Other',
    logo: null,
    ...change,
  }
}

function one(change: Partial<SupporterRow>): WallSupporter {
  const [supporter] = composeWall([row(change)], members)
  if (!supporter) throw new Error('left out')
  return supporter
}

const role = (change: Partial<SupporterRow>, isDissolved = false) => {
  const composed = composeRole(one(change), isDissolved)
  return composed && [composed.text, composed.seat?.name].filter(Boolean).join(' ')
}

describe('the supporters at the start', () => {
  const facts = parseSupporterSeed(readFileSync('prisma/seed/supporters.json', 'utf8'))
  const of = (kind: string) => facts.filter((each) => each.kind === kind)

  test('are 15 MPs, 13 of them with an id, two peers and 22 organisations', () => {
    expect([
      of('mp').length,
      of('mp').filter(({ memberId }) => memberId !== null).length,
      of('peer').length,
      of('organisation').length,
    ]).toEqual([15, 13, 2, 22])
    expect(facts.filter(({ isFormer }) => isFormer).map(({ name }) => name)).toEqual([
      'Caroline Lucas',
      'Stuart C. McDonald',
      'Lord Hylton',
    ])
    expect(of('peer').map(({ memberId }) => memberId)).toEqual([738, null])
    expect(new Set(facts.map(({ name }) => name)).size).toBe(39)
    expect(facts.map(({ position }) => position)).toEqual(facts.map((_, index) => (index + 1) * 10))
  })
})

describe('who is what', () => {
  test('is decided by the directory where it knows, else by the row', () => {
    expect(role({ memberId: 1, isFormer: true })).toBe('MP for Rushcliffe')
    expect(role({ memberId: 2 })).toBe('Former MP')
    expect(role({ memberId: 99 })).toBe('Former MP')
    expect(role({ isFormer: true, constituency: 'Brighton' })).toBe('Former MP, signed as MP for Brighton')
    expect(role({})).toBe('MP')
    expect(role({ kind: 'peer' })).toBe('Member of the House of Lords')
    expect(role({ kind: 'peer', memberId: 1, isFormer: true })).toBe('Former member of the House of Lords')
    expect(role({ kind: 'organisation' })).toBeNull()
  })

  test('claims no MP while Parliament is dissolved', () => {
    expect(role({ memberId: 1 }, true)).toBe('Was MP for Rushcliffe')
    expect(role({}, true)).toBe('Was an MP')
    expect(composeRole(one({ memberId: 1 }), true)?.seat).toBeNull()
    expect(groupWall([one({ memberId: 1 })], true).map(({ heading }) => heading)).toEqual([
      'MPs until Parliament was dissolved',
    ])
  })

  test('keeps the last party of somebody who left', () => {
    expect(one({ memberId: 2 })).toMatchObject({ isFormer: true, party: 'Plaid Cymru', seat: null })
  })
})

test('groups hold everybody once, in order, and there is no empty group', () => {
  const wall = composeWall(
    [
      row({ id: 1, kind: 'organisation' }),
      row({ id: 2, memberId: 2 }),
      row({ id: 3, memberId: 1 }),
      row({ id: 4, kind: 'peer', isFormer: true }),
      row({ id: 5, kind: 'peer' }),
    ],
    members,
  )
  expect(groupWall(wall, false).map(({ name, supporters }) => [name, ...supporters.map(({ id }) => id)])).toEqual([
    ['mps', 3],
    ['peers', 5],
    ['former', 2, 4],
    ['organisations', 1],
  ])
  expect(groupWall([], false)).toEqual([])
  expect(sliceWall(wall, { mps: 2, organisations: 2 }).map(({ id }) => id)).toEqual([3, 1])
  expect(sliceWall(wall, { mps: 0, organisations: 1 }).map(({ id }) => id)).toEqual([1])
})

test('the count says how many of how many', () => {
  expect([
    composeWallCount(39, 39),
    composeWallCount(3, 39),
    composeWallCount(1, 1),
    composeWallCount(0, 1),
    composeWallCount(0, 0),
    composeWallCount(1200, 1234),
  ]).toEqual([
    '39 supporters',
    '3 of 39 supporters',
    '1 supporter',
    '0 of 1 supporter',
    '0 supporters',
    '1,200 of 1,234 supporters',
  ])
})

describe('hostile rows', () => {
  test('names lose what turns or breaks the text around them, and nothing else', () => {
    expect(cleanName('\u202Etxt.exe\u202C')).toBe('txt.exe')
    expect(cleanName(' a\n\tb\u2028c\0\u2066\uD800 ')).toBe('a b c')
    expect(cleanName('Médecins du Monde 👩‍👧 אבג')).toBe('Médecins du Monde 👩‍👧 אבג')
    expect(cleanName('x'.repeat(10_000))).toHaveLength(10_000)
    expect(cleanName('<b>&amp;')).toBe('<b>&amp;')
  })

  test('any text becomes a well-formed line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = cleanName(text)
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u)
        expect(cleanName(name)).toBe(name)
      }),
    )
  })

  test('a row without a name or a kind is left out, and a link that is not https', () => {
    expect(composeWall([row({ name: '\u202E\0 ' }), row({ kind: 'bank' })], members)).toEqual([])
    expect(one({ link: 'javascript:alert(1)' }).link).toBeNull()
  })

  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['http://example.org', null],
    ['//example.org', null],
    ['javascript:alert(1)', null],
    ['https://user:pass@example.org', null],
    ['data:text/html,x', null],
    ['', null],
    ['https:evil.example', 'https://evil.example/'],
    ['https:/evil.example', 'https://evil.example/'],
    ['HTTPS:\\\\Evil.example\\a', 'https://evil.example/a'],
    ['https://example.org/\r\nSet-Cookie: a=b', 'https://example.org/Set-Cookie:%20a=b'],
    [' https://example.org/a b\n', 'https://example.org/a%20b'],
    ['https://exämple.org/ü"<', 'https://xn--exmple-cua.org/%C3%BC%22%3C'],
    ['https://example.org:443/../a', 'https://example.org/a'],
    ['java\nscript:alert(1)', null],
  ])('the link %j is %j, also of a row that is older than the rule', (link, href) => {
    expect(parseWebLink(link)).toBe(href)
    expect(one({ link }).link).toBe(href)
  })

  test('whatever is written, a link is none or an address that stays as it is', () => {
    const text = fc.oneof(
      anyText,
      fc
        .tuple(
          fc.constantFrom(
            'https:',
            'https://',
            'https://example.org/',
            'https://example.org?',
            'https://exämple.org#',
            'HTTPS:/\\',
            ' https://',
          ),
          anyText,
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (link) => {
        const href = parseWebLink(link)
        if (href === null) return
        expect(href).toMatch(/^https:\/\/[^\s"<>\\@/]+\/[\x21-\x7E]*$/)
        expect(parseWebLink(href)).toBe(href)
      }),
    )
  })
})

test.each([
  ['image/png', '\x89PNG\r\n\x1A\n'],
  ['image/jpeg', '\xFF\xD8\xFF\xE0'],
  ['image/webp', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['image/avif', '\0\0\0\x20ftypavif\0'],
  [null, '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  [null, 'GIF89a'],
  [null, ''],
  [null, 'RIFF\x24\0\0\0WAVE'],
])('%s is known by its first bytes', (type, text) => expect(detectLogoType(Buffer.from(text, 'latin1'))).toBe(type))
