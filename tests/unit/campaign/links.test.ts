import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completeLinks, hasLink, parseProse } from '@/lib/campaign/model/prose'

test.each([
  ['[our asks](www.example.org)', '[our asks](https://www.example.org)'],
  ['- [us](example.org/a?b#c)\n- **bold**', '- [us](https://example.org/a?b#c)\n- **bold**'],
  ['[write]( ann@example.org ) or [ask](/asks)', '[write](mailto:ann@example.org) or [ask](/asks)'],
  ['[write](mailto:ann@example.org)', '[write](mailto:ann@example.org)'],
  ['[a](https://example.org) and [b](b.example)', '[a](https://example.org) and [b](https://b.example)'],
  ['[1] (2) [3]', '[1] (2) [3]'],
])('the links of %j are completed', (text, completed) => {
  expect(completeLinks(text)).toEqual({ text: completed, problem: null })
})

test.each([
  ['[x](http://example.org)', 'The link to “http://example.org” starts with http://. Try it with https://.'],
  ['[x](javascript:alert)', /^“javascript:alert” can’t be linked to\. Write an address like https:\/\/example\.org/],
  ['[x](//evil.example)', /can’t be linked to/],
  ['[x](our page)', /^“our page” can’t be linked to/],
  ['[x]()', /can’t be linked to/],
  ['[x](mailto:a@b?bcc=c@d)', /can’t be linked to/],
  ['ok [a](/a)\n\n- [x](no)', /^“no” can’t be linked to/],
  ['**[x](/a)**', /^A link can’t be bold/],
])('the link in %j is refused with what to do', (text, problem) => {
  expect(completeLinks(text)).toEqual({ text, problem: expect.stringMatching(problem) })
})

test('whatever is written, a text that is kept shows no link as typed, and is kept as it is once more', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('**', '[', '](', ')', '[a](', '/', 'www.a.uk', 'http://', 'mailto:', 'a@b.uk', '\n\n', '\n- '),
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (typed) => {
        const { text, problem } = completeLinks(typed)
        if (problem !== null) return
        const blocks = parseProse(text)
        const parts = blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.parts))
        expect(parts.filter((part) => hasLink(part.text))).toEqual([])
        expect(completeLinks(text)).toEqual({ text, problem: null })
      },
    ),
  )
})
