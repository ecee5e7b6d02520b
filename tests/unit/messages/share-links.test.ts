import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { blueskyIntentUrl, mailtoUrl, xIntentUrl } from '@/lib/messages/model/share-links'

const anyText = fc.string({ unit: 'binary' })
const lineEndings = (text: string) => text.replace(/\r\n?|\n/g, '\r\n')

test('X and Bluesky receive the text as written', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(new URL(xIntentUrl(text)).searchParams.get('text')).toBe(text)
      expect(new URL(blueskyIntentUrl(text)).searchParams.get('text')).toBe(text)
    }),
  )
})

test('a mailto link parses back to its input, as in RFC 6068', () => {
  fc.assert(
    fc.property(anyText, anyText, (subject, body) => {
      const url = mailtoUrl({ to: 'a.b+c@example.org', subject, body })
      expect(url).toMatch(/^mailto:a\.b%2Bc@example\.org\?subject=[\w.~%-]*&body=[\w.~%-]*$/)
      const [subjectPart = '', bodyPart = ''] = url.slice(url.indexOf('?') + 1).split('&')
      expect(decodeURIComponent(subjectPart.slice('subject='.length))).toBe(subject.replace(/[\r\n]+/g, ' '))
      expect(decodeURIComponent(bodyPart.slice('body='.length))).toBe(lineEndings(body))
    }),
  )
})

test('spaces are %20, line breaks %0D%0A, and a subject stays on one line', () => {
  expect(mailtoUrl({ to: 'mp@example.org', subject: 'Two words\r\nBcc: x@y.z', body: 'a b\nc' })).toBe(
    'mailto:mp@example.org?subject=Two%20words%20Bcc%3A%20x%40y.z&body=a%20b%0D%0Ac',
  )
})

test('a lone surrogate becomes a replacement character and never throws', () => {
  expect(xIntentUrl('a\uD83Db')).toBe('https://x.com/intent/tweet?text=a%EF%BF%BDb')
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0xffff })),
      (units) => void xIntentUrl(String.fromCharCode(...units)),
    ),
  )
})

test('a mail program makes one message of it, with no injected header', async () => {
  const program = createTransport({ streamTransport: true, buffer: true })
  for (const subject of ['Children – Ynys Môn', 'A\r\nBcc: everyone@example.org', 'B\n\nbody first']) {
    const [to = '', query = ''] = mailtoUrl({ to: 'mp@example.org', subject, body: 'Dear MP,\nhello' })
      .slice('mailto:'.length)
      .split('?')
    const fields = new URLSearchParams(query)
    const { message } = await program.sendMail({
      to: decodeURIComponent(to),
      subject: fields.get('subject') ?? '',
      text: fields.get('body') ?? '',
    })
    const [head = '', body] = message.toString().split('\r\n\r\n')
    expect(head.match(/^(To|Subject|Bcc|Cc):/gm)).toEqual(['To:', 'Subject:'])
    expect(body).toBe('Dear MP,\r\nhello\r\n')
  }
})
