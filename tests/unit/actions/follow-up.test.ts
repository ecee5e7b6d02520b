import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeChaseLetter, composeReminder } from '@/lib/actions/model/follow-up'
import { noDetails } from '@/lib/messages/model/visitor-details'

const given = {
  mpName: 'Ann O’Other',
  constituency: 'Inverness, Skye and West Ross-shire',
  siteUrl: 'https://stablefutures.example/take-action/inverness',
  now: new Date('2026-12-20T23:30:00Z'),
}

/** The lines of a calendar file, unfolded, by name. */
function read(file: string) {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  return { lines, get: (name: string) => lines.find((line) => line.startsWith(name))?.slice(name.length) }
}
const unescape = (text = '') => text.replace(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

test('a reminder is an all-day event two weeks later in UK time, across a year’s end', () => {
  const file = composeReminder(given)
  const { lines, get } = read(file)
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
  expect(get('DTSTART;VALUE=DATE:')).toBe('20270103')
  expect(get('DTEND;VALUE=DATE:')).toBe('20270104')
  expect(get('DTSTAMP:')).toBe('20261220T233000Z')
  expect(get('SUMMARY:')).toBe('Has Ann O’Other replied?')
  expect(get('DESCRIPTION:')).toContain('the MP for Inverness\\, Skye and West Ross-shire. If')
  expect(get('URL:')).toBe(given.siteUrl)
  expect(get('UID:')).toMatch(/^reply-\d+@stablefutures\.example$/)
  const summer = composeReminder({ ...given, now: new Date('2026-06-30T23:30:00Z') })
  expect(read(summer).get('DTSTART;VALUE=DATE:')).toBe('20260715')
})

test('whatever the names, lines are at most 75 bytes, none is injected, and the text can be read back', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aŵ’💙 ,;\\:\n\r\0'), maxLength: 200 })
  fc.assert(
    fc.property(text, (mpName) => {
      const file = composeReminder({ ...given, mpName })
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const { lines, get } = read(file)
      expect(lines).toHaveLength(22)
      expect(unescape(get('SUMMARY:'))).toBe(`Has ${mpName.replace(/\r\n?/g, '\n').replaceAll('\0', '')} replied?`)
    }),
  )
})

test('a chase letter says when the first was sent, asks one thing, and is signed like it', () => {
  const chase = {
    salutation: 'Dear Sir Keir',
    constituency: 'Holborn and St Pancras',
    minister: 'the Home Secretary',
    sentOn: new Date('2026-11-03T09:00:00Z'),
  }
  const { subject, body } = composeChaseLetter({
    ...chase,
    details: { ...noDetails, sender_name: 'Ann', sender_address: '1 A Road\nLondon', sender_postcode: 'n1 1aa' },
  })
  expect(subject).toBe('A reminder: my letter of 3 November 2026 – Holborn and St Pancras')
  expect(body).toMatch(
    /^Dear Sir Keir,\n\nI live in Holborn and St Pancras and you are my MP\. I wrote to you on 3 November 2026/,
  )
  expect(body).toMatch(/\n\nYours sincerely,\nAnn\n1 A Road\nLondon\nN1 1AA$/)
  expect(body.match(/\?/g)).toHaveLength(1)
  expect(body.split(/\s+/).length).toBeLessThan(90)
  expect(composeChaseLetter({ ...chase, details: {} }).body).toMatch(/\nA constituent in Holborn and St Pancras$/)
})

test('where nobody knows when the first letter was sent, the next one says so in words', () => {
  const { subject, body } = composeChaseLetter({
    salutation: 'Dear Sir Keir,',
    constituency: 'Holborn and St Pancras',
    minister: 'the Home Secretary',
    sentOn: null,
    details: {},
  })
  expect(subject).toBe('A reminder: my letter about trafficked children – Holborn and St Pancras')
  expect(body).toMatch(/^Dear Sir Keir,\n\nI live in .* I wrote to you some weeks ago about children/)
})
