import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { blueskyLength, xLength } from '@/lib/messages/model/post-length'

/** Checks a text in which links are marked by «…»: each must weigh 23 and everything else 1 per character. */
function expectLinks(marked: string) {
  const links = marked.match(/«[^»]*»/g) ?? []
  const rest = marked.replace(/«[^»]*»/g, '')
  expect(xLength(marked.replace(/[«»]/g, '')), marked).toBe(links.length * 23 + weigh(rest))
}
/** The weight of a text without links or emoji. */
function weigh(text: string) {
  return [...text].reduce((sum, sign) => sum + (/[\u1100-\u1fff\u2500-\uffff]/u.test(sign) ? 2 : 1), 0)
}

describe('X: twitter-text’s conformance cases', () => {
  test.each([
    ['', 0],
    ['This is a test.', 15],
    ['http://test.com', 23],
    ['https://test.com', 23],
    ['test.com', 23],
    ['Test https://test.com test https://test.com test.com test', 86],
    ['\u{10000}\u{10ffff}', 4],
    ['저찀쯿쿿', 8],
    ['H🐱☺', 5],
    ['H🐱☺👨‍👩‍👧‍👦', 7],
    ['😷👾😡🔥💩', 10],
    ['🙋🏽👨‍🎤', 4],
    ['👩‍❤️‍💋‍👩', 2],
    ['🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿🇬🇧', 6],
    ['1️⃣#⃣', 4],
    ['☺️ ❤', 5],
    ['© ®', 3],
    ['©️', 2],
    ['👍\ufe0f', 4],
    ['a\u200db', 3],
    ['“quoted” – it’s…', 17],
    ['café', 4],
    ['cafe\u0301', 4],
    ['\ud83d', 2],
    ['の'.repeat(140), 280],
    [`https://${'somesuperlongurl'.repeat(15)}.com/foo`, 256],
    [`https://${'somesuperlongurl'.repeat(15)}.com/foo https://foo.com`, 280],
    [`https://${'somesuperlongurl'.repeat(15)}.com/foo and https://${'somesuperlongurl'.repeat(4)}.com/foo`, 341],
  ])('%j weighs %i', (text, weight) => expect(xLength(text)).toBe(weight))
})

describe('X: links', () => {
  test.each([
    'text «http://google.com»',
    'text «http://foobar.com/#»',
    'text «http://somehost.com:3000»',
    'text «http://xo.com/~matthew+%ff-x»',
    'text «http://en.wikipedia.org/wiki/Primer_(film)»',
    'text «http://chilp.it/?77e8fd»',
    '(«http://twitter.com»',
    '(«http://twitter.com/a»)',
    'text «http://msdn.microsoft.com/ja-jp/library/system.net.httpwebrequest(v=VS.100).aspx»',
    'text «http://foo.com?#foo» text',
    'text http://domain-dash_2314352345_dfasd.foo-cow_4352.com',
    'text http://no-tld',
    'text http://tld-too-short.x',
    'text http://domain.com-that-you-should-have',
    '«foo.com» «foo.net» «foo.org» «foo.edu» «foo.gov»',
    '«t.co/abcde» «bit.ly/abcde»',
    'foo.baz «foo.co.jp» www.xxxxxxx.baz «www.foo.co.uk» wwwww.xxxxxxx foo.comm foo.somecom foo.govedu',
    'Go to «http://example.com/a+» or «http://example.com/a-»',
    '@user Try http:// «example.com/path»',
    '«MLB.tv» «vine.co» «t.co»',
    'これは日本語です。«example.com/path/index.html»中国語«example.com/path»한국',
    '«http://twitter.com/»これは日本語です。«example.com»中国語«http://t.co/abcde»한국',
    'Go to «http://twitter.com/Русские_слова»',
    'test «http://sub_domain-dash.twitter.com»',
    'test «http://a.b.cd»',
    'test «http://a_b.c-d.com»',
    'test http://-leadingdash.com',
    'test http://trailing-.com',
    'see «https://stablefutures.org.uk/a», or «www.parliament.uk».',
    'someone@example.com',
    '@user.com #tag.com $cash.com',
    'tel http://localhost:3000/x',
    'https://stablefutures.example/x',
    'e.g. this, i.e. that... and so «on.No»',
    '«HTTPS://EXAMPLE.COM/A?B=C&d=e»!',
    '«https://t.co/abc123»-def',
    'a/b.com -foo.com',
    '«https://t.co/abc?x=1», «http://recruit.みんな»',
    '«http://example.com/a(b(c)d)»)',
    '«foo.com»:80?x',
    'see «foo.com»?x=1',
    'see «foo.com:80/?x=1»',
    '日本.«example.com»',
    '“«gov.uk»” and "«gov.uk»"',
    '«example.xn--p1ai»',
    '«http://cyfarthfa.cymru/ŵỳ»',
    `«http://${'a'.repeat(63)}.com»`,
    `http://${'a'.repeat(64)}.com`,
    `«${'a'.repeat(63)}.com»`,
    `${'a'.repeat(64)}.com`,
    `http://b.${'a'.repeat(64)}.com/foo «https://b.com»`,
    `${'a'.repeat(64)}.b.com/x`,
    `«http://${'ü'.repeat(56)}.com»`,
    `http://${'ü'.repeat(60)}.com`, // longer once in ASCII
    '«foo.бг» «foo.ею» «foo.ไทย» «http://foo.香港» «foo.한국»と',
    '«foo.xn--p1ai»日本',
    '«foo.xn--p1ai»@ «foo.xn--a»+x',
    'http://xn--p1ai日本.com',
    '«http://xn--bcher-kva.みんな»',
    'foo.日本',
  ])('%s', expectLinks)
})

// Mostly Latin letters and combining marks, occasionally any code point; fast-check's own 'binary' takes seconds to
// build.
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.integer({ min: 0xc0, max: 0x36f }),
      fc.integer({ min: 0, max: 0x10ffff }),
    ),
  )
  .map((codes) => String.fromCodePoint(...codes))

test('X: ordinary text is the sum of its parts, and normalising changes nothing', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'abc XYZ 019,;!?-\n') })
  fc.assert(fc.property(plain, plain, (a, b) => void expect(xLength(a + b)).toBe(a.length + b.length)))
  fc.assert(
    fc.property(anyText, (text) => {
      expect(xLength(text)).toBe(xLength(text.normalize('NFC')))
      expect(xLength(text)).toBe(xLength(text.normalize('NFD')))
      expect(xLength(text)).toBeGreaterThanOrEqual(0)
      expect(xLength(`${text} `)).toBeGreaterThan(0)
    }),
  )
})

test('any text at all is measured without an error, and a hostile one without delay', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const text = String.fromCharCode(...units)
      expect(xLength(text) + blueskyLength(text)).toBeGreaterThanOrEqual(0)
    }),
  )
  for (const piece of ['a.', 'a-', 'http://', 'http://a.', 'http://a.uk/(', '((', 'a.uk/!', 'の.', '👨‍', 'e\u0301']) {
    const startedAt = performance.now()
    xLength(piece.repeat(10_000))
    // Milliseconds if the work is linear; minutes if it isn't.
    expect(performance.now() - startedAt, piece).toBeLessThan(5_000)
  }
})

const graphemes: [string, number][] = [
  ['', 0],
  ['hello', 5],
  ['e\u0301a\r\nb', 4],
  ['👨‍👩‍👧‍👦🇬🇧1️⃣🙋🏽', 4],
  ['https://stablefutures.org.uk', 20],
  ['(https://stablefutures.org.uk/take-action), HTTP://a.uk/?a=b.', 45],
  ['see www.stablefutures.org.uk/take-action/ashford?s=share-bluesky!', 4 + 24 + 13 + 3 + 1],
  ['stablefutures.org.uk/12345678901234 a.b.notadomain/12345678901234567', 35 + 33],
  ['me@example.org, e.g.this/is-not-a-link-but-text https://[/', 58],
]

describe('Bluesky', () => {
  afterEach(() => void vi.unstubAllGlobals())

  test.each(graphemes)('%j has %i graphemes', (text, length) => expect(blueskyLength(text)).toBe(length))

  test.each(graphemes)('%j has %i in an old browser too', (text, length) => {
    vi.stubGlobal('Intl', {})
    expect(blueskyLength(text)).toBe(length)
  })
})

test('a post that is far too long is measured quickly', () => {
  const begun = process.cpuUsage()
  for (const text of ['日'.repeat(10_000), 'é '.repeat(5_000), '👩‍👩‍👧 '.repeat(1_000)]) {
    expect(xLength(text)).toBeGreaterThan(3_000)
    expect(blueskyLength(text)).toBeGreaterThan(3_000)
  }
  expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000) // µs; far more than it takes
})

test('each sign that is counted without segmenting is one to the segmenter too, whatever stands beside it', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const sign = fc.oneof(
    fc.integer({ min: 0x20, max: 0x2ff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(...'\n–—‘’“”…'),
  )
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const text = signs.join('').replaceAll('.', ' ').replaceAll('/', ' ')
      expect(blueskyLength(text)).toBe([...segmenter.segment(text)].length)
    }),
  )
})
