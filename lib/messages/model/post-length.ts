/*
 * How long a post is on X and on Bluesky. Shipped to browsers, hence its size.
 *
 * X: twitter-text's configuration v3 and its way of finding links, https://github.com/twitter/twitter-text. It differs
 * in two ways: a bare link needs a common top-level domain (all country codes count) rather than any of the 1,500
 * general ones, though after http:// all but the reserved ones count; an emoji sequence counts as one even if it has
 * no glyph yet.
 */
const URL_LENGTH = 23

const country =
  'a[c-gilmoq-uwxz]|b[abd-jl-oq-tvwyz]|c[acdf-ik-oru-z]|d[ejkmoz]|e[ceghr-u]|f[ijkmor]|g[abd-il-np-uwy]|h[kmnrtu]|' +
  'i[del-oq-t]|j[emop]|k[eg-imnprwyz]|l[a-cikr-vy]|m[ac-hk-z]|n[acefgilopruz]|om|p[ae-hk-nrstwy]|qa|r[eosuw]|' +
  's[a-eg-or-vxyz]|t[cdf-hj-prtvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]'
const common =
  'com|org|net|info|biz|edu|gov|mil|int|app|dev|page|blog|news|site|website|online|shop|store|xyz|club|live|life|world|today|tech|' +
  'cloud|email|link|click|media|social|support|help|care|health|charity|foundation|ngo|london|scot|wales|cymru|community|school|' +
  'academy|university|college|legal|law|family|kids|studio|agency|digital|design|art|video|photos|guide|wiki|space|earth|global|' +
  'international|directory|network|group|team|zone|vote|press|report|events|church|green|eco|fund|gives|name|mobi|asia|top|vip|pro|' +
  'actor|best|book|business|cafe|center|chat|city|codes|company|cool|education|energy|exchange|expert|fit|football|fun|games|gallery|' +
  'google|house|how|inc|institute|jobs|land|lgbt|love|ltd|map|money|museum|music|ninja|one|onion|party|place|plus|radio|rocks|run|' +
  'science|security|services|show|solutions|style|systems|technology|theatre|tips|tools|town|training|travel|trust|tube|work|works'
// In letters other than Latin: all country codes, and the general ones that are no brand or trade.
const international =
  'ελ|ευ|бг|бел|дети|ею|ком|мкд|мон|москва|онлайн|орг|рус|рф|сайт|срб|укр|қаз|հայ|קום|ابوظبي|الاردن|البحرين|' +
  'الجزائر|السعودية|المغرب|امارات|ایران|بارت|بازار|بھارت|تونس|سودان|سورية|شبكة|عراق|عرب|عمان|فلسطين|قطر|كوم|' +
  'مصر|مليسيا|موريتانيا|موقع|پاکستان|ڀارت|कॉम|नेट|भारतम्|भारत|भारोत|संगठन|বাংলা|ভারত|ভাৰত|ਭਾਰਤ|ભારત|ଭାରତ|' +
  'இந்தியா|இலங்கை|சிங்கப்பூர்|భారత్|ಭಾರತ|ഭാരതം|ලංකා|คอม|ไทย|ລາວ|გე|みんな|コム|世界|中国|中國|中文网|健康|公司|公益|台湾|台灣|商店|在线|' +
  '广东|慈善|政府|新加坡|新闻|机构|游戏|澳門|组织机构|网站|网络|香港|닷넷|닷컴|한국'
const punycode = 'xn--[a-z\\d-]+'
const anyWord = '(?!(?:example|invalid|internal|local|localhost|test)(?![a-z]))[a-z]{3,}'

const endingOf = (general: string) => `(?:(?:${country}|${general}|${international})(?![a-z\\d@+-])|${punycode})`
// Latin letters, with twitter-text’s accents.
const latin = 'a-z\\dß-öø-ɏɓ-ʋʻ\\u0300-\\u036fḀ-ỿ'
const latinLabel = `[${latin}]+(?:-+[${latin}]+)*\\.`
// Any character except ASCII punctuation, spaces and direction marks: ☃.net is a domain.
const letter = '[^\\s\\0-/:-@[-`{-\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]'
const subdomain = `${letter}+(?:[-_]+${letter}+)*\\.`
const domain = `${letter}+(?:-+${letter}+)*\\.`

// Without http:// a link is such a domain only.
const bare = `(?:${latinLabel})+${endingOf(common)}`
const bareDomain = new RegExp(bare, 'i')

const inPath = `[${latin}Ѐ-ӿ!*';:=+,.$/%#[\\]\\-–_~@|&]`
const balanced = `\\(${inPath}*(?:\\(${inPath}+\\)${inPath}*)?\\)`
const path = `/(?:${inPath}*(?:${balanced}${inPath}*)*(?:[${latin}Ѐ-ӿ+\\-=_#/]|${balanced}))*`
const query = "(?:\\?[a-z\\d!?*'@();:&=+$/%#[\\]\\-_.,~|]*[a-z\\d\\-_&=#/])?"

// Groups 1 and 2 capture what comes before, which decides whether this is a link at all. A link without http:// is
// only its Latin part, and has a port or a query only if it has a path.
const urls = new RegExp(
  `(^|[^a-z\\d@＠$#＃])https?://(?:t\\.co/[a-z\\d]{1,40}(?![a-z\\d])|(?!t\\.co/[a-z\\d])` +
    `(?:${subdomain})*${domain}${endingOf(anyWord)}(?::\\d+)?(?:${path})?)${query}|` +
    `(^|[^${latin}@$#_./-]|[^\\0-\\x7f\\s]\\.)${bare}(?:(?::\\d+)?${path}${query})?`,
  'gi',
)

const picture =
  '(?:\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}|\\p{Emoji_Presentation}|(?![©®](?!\\ufe0f))\\p{Extended_Pictographic}\\ufe0f?)'
const emoji = `[#*\\d]\\ufe0f?\\u20e3|\\p{Regional_Indicator}{2}|\\u{1f3f4}[\\u{e0061}-\\u{e007a}]+\\u{e007f}|${picture}(?:\\u200d${picture})*`
const emojis = new RegExp(emoji, 'gu')
const clusters = new RegExp(`\\r\\n|(?:${emoji}|[^])[\\p{M}\\u200d]*`, 'gu')

// Ten times the limits. Anything longer is far too long, and the exact number doesn't matter: counting 10,000
// characters takes a tenth of a second.
const maxExact = 3_000

/**
 * The weighted length of a post on X, where the limit is 280: most European scripts weigh 1 per code point, everything
 * else and emoji 2, a link always 23. The text is normalised (NFC) first.
 */
export function xLength(text: string): number {
  if (text.length > maxExact) return xLength(text.slice(0, maxExact)) + text.length - maxExact
  let length = 0
  const plain = text
    .normalize('NFC')
    // Replace each link with a character of weight 1 and each emoji with one of weight 2, so that their neighbours
    // don't combine.
    .replace(urls, (match: string, schemeBefore: string | undefined, bareBefore: string | undefined) => {
      const before = schemeBefore ?? bareBefore ?? ''
      const [, name = ''] = /^(?:https?:\/\/)?([^/:?]*)/i.exec(match.slice(before.length)) ?? []
      if (!isDomain(name)) return match
      length += URL_LENGTH - 1
      return `${before}\n`
    })
    .replace(emojis, '☺')
  for (const sign of plain) length += isLight(sign.codePointAt(0) ?? 0) ? 1 : 2
  return length
}

/** Whether this can be a domain: each label has at most 63 letters in ASCII, and punycode has no other letters. */
function isDomain(text: string): boolean {
  if (/^xn--.*[^\0-\x7f]/.test(text) && !bareDomain.test(text)) return false
  return text.split('.').every((label) => toAscii(label).length <= 63)
}

function toAscii(label: string): string {
  try {
    return /[^\0-\x7f]/.test(label) ? new URL(`http://${label}`).hostname : label
  } catch {
    return '' // a character that X accepts and browsers don't
  }
}

function isLight(code: number): boolean {
  return (
    code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247)
  )
}

// A domain without https:// needs a top-level domain that exists.
const blueskyLinks = /(^|[\s(])(https?:\/\/\S+|([a-z][a-z\d]*(?:\.[a-z\d]+)+)\S*)/gim
const knownEnding = new RegExp(`\\.${endingOf(common)}$`, 'i')

/**
 * The length of a post on Bluesky, where the limit is 300, in graphemes: what a reader sees as one character. A close
 * estimate in browsers without Intl.Segmenter. Links count as Bluesky shortens them: no https://, and of what follows
 * the host, if it is longer than 15 characters, the first 13 and three dots.
 */
export function blueskyLength(given: string): number {
  if (given.length > maxExact) return blueskyLength(given.slice(0, maxExact)) + given.length - maxExact
  const text = given.replace(blueskyLinks, (match, before: string, link: string, domain: string | undefined) => {
    if (domain !== undefined && !knownEnding.test(domain)) return match
    const address = link.replace(/[.,;:!?]$/, '').replace(/^([^(]*)\)$/, '$1')
    return before + shorten(domain === undefined ? address : `https://${address}`) + link.slice(address.length)
  })
  if (!('Segmenter' in Intl)) return text.match(clusters)?.length ?? 0
  if (plain.test(text)) return text.length
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length
}

// Each of these is a grapheme of its own. A check of all messages measures 1,300 posts, and segmenting is slow.
const plain = /^[\n\x20-\u02ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/

/** A link as Bluesky's own app shows and counts it. */
function shorten(link: string): string {
  try {
    const { host, pathname, search, hash } = new URL(link)
    const rest = (pathname === '/' ? '' : pathname) + search + hash
    return host + (rest.length > 15 ? `${rest.slice(0, 13)}...` : rest)
  } catch {
    return link
  }
}
