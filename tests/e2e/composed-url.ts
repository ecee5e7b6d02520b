type Draft = { post: string; subject: string; body: string }

/**
 * A form field as the server receives it: with normalised line breaks, without lone surrogates, and without a leading
 * byte order mark.
 */
const arrive = (text: string) =>
  text
    .replace(/^\uFEFF+/, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .slice(0, 10_000)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
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
    read: () => [...url.searchParams.keys(), get(name)],
    expected: (draft: Draft) => [name, arrive(draft.post)],
  })
  const email = (subject: string, more: string[]) => ({
    read: () => [[...url.searchParams.keys()].sort(), get(subject), get('body')],
    expected: (draft: Draft) => [[...more, subject, 'body'].sort(), arrive(draft.subject), arrive(draft.body)],
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
  const written = decodeURIComponent(body)
  return {
    read: () => [decodeURIComponent(subject), written],
    expected: (draft) => [
      arrive(draft.subject).replace(/[\r\n]+/g, ' '),
      written === '[Paste your text here.]' ? written : arrive(draft.body).replaceAll('\n', '\r\n'),
    ],
  }
}
