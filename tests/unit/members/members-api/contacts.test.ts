import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEmail, parseXHandle, readContacts } from '@/lib/members/members-api/contacts'
import { contactEntry } from '../../../fixtures/members-api'

test.each([
  ['https://twitter.com/keir_starmer', 'keir_starmer'],
  ['https://x.com/keir_starmer', 'keir_starmer'],
  ['http://www.twitter.com/Keir_Starmer ', 'Keir_Starmer'],
  ['https://mobile.twitter.com/name', 'name'],
  ['HTTPS://X.COM/Name', 'Name'],
  ['https://twitter.com/@name', 'name'],
  ['https://twitter.com/name/', 'name'],
  ['https://twitter.com/name?lang=en', 'name'],
  ['https://x.com/name/?s=20#top', 'name'],
  ['https://twitter.com/#!/name', 'name'],
  ['  twitter.com/name\u00A0', 'name'],
  ['www.x.com//name', 'name'],
  ['@name', 'name'],
  ['https://x.com/name,', 'name'],
  ['https://x.com/name%20', 'name'],
  ['https://x.com/na\u200Bme\uFEFF', 'name'],
  ['https://twitter.com/name https://twitter.com/other', 'name'],
  ['@name, @other', 'name'],
  ['@name; facebook.com/name', 'name'],
  ['x.com/name.', 'name'],
  ['@exactly15chars_', 'exactly15chars_'],
])('%j is the handle %s', (line, handle) => {
  expect(parseXHandle(line)).toBe(handle)
})

test.each([
  '',
  ' ',
  'n/a',
  'None',
  'name',
  '@',
  '@name surname',
  '@has-hyphen',
  '@sixteen_letters_',
  'https://twitter.com/',
  'https://twitter.com/sixteen_letters_',
  'https://x.com/name/status/1',
  'https://x.com/intent/user?screen_name=name',
  'https://x.com/search?q=name',
  'https://x.com/home',
  'https://notx.com/name',
  'https://x.com.evil.example/name',
  'https://facebook.com/name',
  'https://twitter.com/nämé',
  'javascript:x.com/name',
])('%j holds no handle that we would guess', (line) => {
  expect(parseXHandle(line)).toBeNull()
})

test.each([
  ['keir.starmer.mp@parliament.uk', 'keir.starmer.mp@parliament.uk'],
  ['  Keir.Starmer.MP@Parliament.UK\n', 'keir.starmer.mp@parliament.uk'],
  ['a@parliament.uk; b@parliament.uk', 'a@parliament.uk'],
  ['a@parliament.uk,b@parliament.uk', 'a@parliament.uk'],
  ['a@parliament.uk / b@parliament.uk', 'a@parliament.uk'],
  ['a@parliament.uk b@parliament.uk', 'a@parliament.uk'],
  ['mailto:a@parliament.uk?subject=hello', 'a@parliament.uk'],
  ['Ann Able <a@parliament.uk>', 'a@parliament.uk'],
  ["o'neill@parliament.uk", "o'neill@parliament.uk"],
  ['o\u2019neill@parliament.uk', "o'neill@parliament.uk"],
  ['a@parliament.uk.', 'a@parliament.uk'],
  ['Email: a@parliament.uk', 'a@parliament.uk'],
  ['E-mail:a@parliament.uk', 'a@parliament.uk'],
  ['(a@parliament.uk)', 'a@parliament.uk'],
  ['[a@parliament.uk]', 'a@parliament.uk'],
  ['a@parliament.uk | b@parliament.uk', 'a@parliament.uk'],
  ['a@parliament.uk|b@parliament.uk', 'a@parliament.uk'],
  ['a\u200B@parliament.uk\u200E', 'a@parliament.uk'],
  ['\u201Ca@parliament.uk\u201D', 'a@parliament.uk'],
  ["'a@parliament.uk'", 'a@parliament.uk'],
  ['a&#64;parliament.uk', 'a@parliament.uk'],
  ['', null],
  ['none', null],
  ['a@parliament', null],
  ['a at parliament.uk', null],
  ['a@@parliament.uk', null],
])('the email in %j is %j', (field, email) => {
  expect(parseEmail(field)).toBe(email)
})

test('whatever the field, an email has one @ and no space, a handle 1 to 15 word characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const line of [text, `@${text}`, `https://x.com/${text}`])
        expect(parseXHandle(line) ?? 'a').toMatch(/^[A-Za-z0-9_]{1,15}$/)
      expect(parseEmail(`${text}@parliament.uk`) ?? 'a@b').toMatch(/^[^\s@]+@[^\s@]+$/)
    }),
  )
})

describe('the contacts of a Member', () => {
  test("the Parliament office's address goes before the constituency office's, wherever it stands", () => {
    const home = contactEntry(4, { email: 'home@parliament.uk' })
    const office = contactEntry(1, { email: 'office@parliament.uk' })
    expect(readContacts([home, office]).email).toBe('office@parliament.uk')
    expect(readContacts([home, contactEntry(1, { email: 'not an address' })]).email).toBe('home@parliament.uk')
    expect(
      readContacts([contactEntry(1, { email: null }), contactEntry(5, { email: 'other@parliament.uk' })]).email,
    ).toBeNull()
  })

  test('X is what stands under X', () => {
    const wrong = contactEntry(7, { line1: 'https://x.com/' })
    expect(readContacts([wrong, contactEntry(7, { line1: 'x.com/right' })]).xHandle).toBe('right')
    expect(readContacts([contactEntry(6, { line1: 'https://x.com/elsewhere' })]).xHandle).toBeNull()
  })

  test.each([
    [contactEntry(6, { type: 'Website', line1: 'https://bsky.app/profile/Ann.bsky.social?x' }), 'ann.bsky.social'],
    [contactEntry(12, { type: 'Bluesky', line1: '@ann.example.org' }), 'ann.example.org'],
    [contactEntry(12, { type: 'Bluesky', line1: '@ann.example.org,' }), 'ann.example.org'],
    [contactEntry(6, { line1: 'https://bsky.app/profile/ann.bsky.social%20' }), 'ann.bsky.social'],
    [contactEntry(12, { type: 'Bluesky', line1: 'ann' }), null],
    [contactEntry(12, { type: 'Bluesky', line1: 'https://bsky.app/profile/did:plc:abc123' }), null],
    [contactEntry(6, { type: 'Website', line1: 'https://ann.example.org' }), null],
    [contactEntry(6, { type: 'Website', line1: null }), null],
  ])('Bluesky in %j', (entry, handle) => {
    expect(readContacts([entry]).blueskyHandle).toBe(handle)
  })

  test('nobody lists anything', () => {
    expect(readContacts([])).toEqual({ email: null, xHandle: null, blueskyHandle: null })
  })
})
