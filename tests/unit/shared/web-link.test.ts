import { expect, test } from 'vitest'
import { webLink } from '@/lib/shared/model/inputs'
import { completeWebLink } from '@/lib/shared/model/web-link'

const read = (text: string) => {
  const { data, error } = webLink(100).safeParse(text)
  return data ?? error?.issues[0]?.message
}

test.each([
  ['love146.org.uk', 'https://love146.org.uk/'],
  [' www.example.org ', 'https://www.example.org/'],
  ['Example.ORG/About?a=b#c', 'https://example.org/About?a=b#c'],
  ['bücher.example', 'https://xn--bcher-kva.example/'],
  ['example.org:8443/a', 'https://example.org:8443/a'],
  ['https://example.org/a', 'https://example.org/a'],
  ['http://example.org', 'This address starts with http://. Try it with https://.'],
  ['javascript:alert(1)', 'Enter a web address like https://example.org.'],
  ['ann@example.org', 'Enter a web address like https://example.org.'],
  ['ann:secret@example.org', 'Enter a web address like https://example.org.'],
  ['//example.org', 'Enter a web address like https://example.org.'],
  ['two words.org', 'Enter a web address like https://example.org.'],
  ['none', 'Enter a web address like https://example.org.'],
  ['', 'Enter a web address like https://example.org.'],
  [`example.org/${'ü'.repeat(30)}`, 'At most 100 characters.'],
])('the address %j is %j', (text, expected) => expect(read(text)).toBe(expected))

test('an address is completed once', () => {
  expect(completeWebLink(completeWebLink('www.example.org'))).toBe('https://www.example.org')
})

test('a long address takes no time', () => {
  const started = performance.now()
  completeWebLink(`${'a-'.repeat(50_000)}.`)
  completeWebLink('a.'.repeat(50_000))
  expect(performance.now() - started).toBeLessThan(200)
})
