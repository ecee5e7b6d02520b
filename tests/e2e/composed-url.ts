import { cleanText } from '@/lib/messages/model/clean-text'

type Draft = { post: string; subject: string; part3: string }

/**
 * A form field as it leaves the site: with normalised line breaks, without lone surrogates, control characters, or a
 * leading byte order mark.
 */
const arrive = (text: string) =>
  cleanText(
    text
      .replace(/^\uFEFF+/, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/\r\n?/g, '\n')
      .slice(0, 10_000)
      .replace(/\p{Surrogate}/gu, '\uFFFD'),
  )
// Networks differ in how they address the MP, and X gets a full stop before a handle that begins a post.
const unaddressed = (text: string) =>
  text.replace(/^\.(?=[@＠])/, '').replace(/[@＠]sojanuk|@sojanjosephmp\.bsky\.social|Sojan Joseph/gi, '@MP')
const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" }

/**
 * Parses the link to the composed text in a response, as the program that opens it does.
 * @returns what the link contains, and what it should contain for a draft
 */
export function readComposedUrl(html: string): { read: () => unknown; expected: (draft: Draft) => unknown } {
  const [, href = ''] = /ready\.(?: |<!-- -->)*<a href="([^"]*)"/.exec(html) ?? []
  const url = new URL(href.replace(/&(\w+|#x\w+);/g, (whole, name: string) => entities[name] ?? whole))
  const get = (name: string) => url.searchParams.get(name)
  const post = (name: string) => ({
    read: () => [...url.searchParams.keys(), unaddressed(get(name) ?? '')],
    expected: (draft: Draft) => [name, unaddressed(arrive(draft.post))],
  })
  const hasPart = (body: string, { part3 }: Draft) =>
    body === '' || body.replaceAll('\r\n', '\n').includes(arrive(part3))
  const email = (subject: string, more: string[]) => ({
    read: () => [[...url.searchParams.keys()].sort(), get(subject)],
    expected: (draft: Draft) => [
      [...more, subject, 'body'].sort(),
      hasPart(get('body') ?? '', draft) ? arrive(draft.subject).replace(/\n+/g, ' ') : 'the body lacks what was typed',
    ],
  })
  switch (`${url.protocol}${url.host}${url.pathname}`) {
    case 'https:x.com/intent/tweet':
    case 'https:bsky.app/intent/compose':
      return post('text')
    case 'https:mail.google.com/mail/':
      return email('su', ['view', 'fs', 'to'])
    case 'https:outlook.live.com/mail/0/deeplink/compose':
    case 'https:compose.mail.yahoo.com/':
      return email('subject', ['to'])
  }
  const [, subject = '', body = ''] =
    /^mailto:[\w.%+-]+@[\w.-]+\?subject=([\w.~%-]*)&body=([\w.~%-]*)$/.exec(url.href) ?? []
  return {
    read: () => decodeURIComponent(subject),
    expected: (draft) =>
      hasPart(decodeURIComponent(body), draft)
        ? arrive(draft.subject).replace(/\n+/g, ' ')
        : 'the body lacks what was typed',
  }
}
