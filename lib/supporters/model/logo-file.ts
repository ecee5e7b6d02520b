import { detectLogoType, type LogoType } from './logo'

/** Accepted types for uploaded logos. An SVG is rendered to a bitmap and never stored. */
export type LogoFileType = LogoType | 'image/svg+xml'

const maxCodes = 100_000

/** The maximum size of an uploaded logo: 5 MB. */
export const maxLogoFileBytes = 5_000_000

const messages = {
  empty: 'The file is empty. Choose it again.',
  'too-large': 'The file is larger than 5 MB. Save the logo smaller, at most 2,000 pixels wide.',
  'unknown-type': 'This is not a picture that can be read. Save the logo as PNG, JPEG, WebP, AVIF or SVG.',
  broken: 'The picture is damaged or not complete. Open it, save it again as PNG and choose the new file.',
  'too-many-pixels': 'The picture is too large to open. Save the logo smaller, at most 2,000 pixels wide.',
  'too-many-frames': 'The picture is a long animation. Save one frame of it as PNG.',
  'too-small': 'The picture is too small. A logo needs at least 16 pixels each way; 480 wide is best.',
  'too-slow': 'The picture takes too long to draw. Save the logo as PNG, at most 2,000 pixels wide.',
  blank: 'Nothing can be seen in the picture. Check that the logo shows when you open the file by itself.',
  'svg-encoding': 'The SVG is not written in UTF-8. Save it again as plain SVG, or as PNG.',
  'svg-doctype': 'The SVG holds a DOCTYPE or entities. Save it again as plain SVG without them, or as PNG.',
  'svg-outside': 'The SVG holds or names another file, such as a picture or a style sheet. Save the logo as PNG.',
  'svg-variables':
    'The SVG takes its colours from a style sheet by var(), which isn’t here. Save it with fixed colours, or as PNG.',
  'svg-text':
    'The SVG holds words in a typeface that may be missing here. Turn its text into outlines (paths), or save the logo as PNG.',
} as const

/** Why an uploaded logo was rejected. */
export type LogoFailure = keyof typeof messages

/** Every failure, as a tuple for a parser. */
export const logoFailures = Object.keys(messages) as [LogoFailure, ...LogoFailure[]]

/** What is wrong with a file, and what to do. */
export function composeLogoFailure(reason: LogoFailure): string {
  return messages[reason]
}

/**
 * Detects an uploaded file's type from its bytes, whatever its name, and whether it is safe to open. Scripts
 * and links in an SVG need no check, because rendering neither runs nor follows them. Rejects whatever could
 * read other files or use unlimited memory during rendering.
 */
export function detectLogoFile(bytes: Uint8Array): { type: LogoFileType } | { reason: LogoFailure } {
  if (bytes.length === 0) return { reason: 'empty' }
  if (bytes.length > maxLogoFileBytes) return { reason: 'too-large' }
  const picture = detectLogoType(bytes)
  if (picture) return { type: picture }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)).replaceAll('\0', '')
  if (!/<(?:[\w.-]+:)?svg[\s>/]|<!DOCTYPE\s+svg|<\?xml/i.test(start)) return { reason: 'unknown-type' }
  return checkSvg(bytes)
}

function checkSvg(bytes: Uint8Array): { type: 'image/svg+xml' } | { reason: LogoFailure } {
  const text = decodeUtf8(bytes)
  // In another encoding, the checks below would not see what the renderer sees.
  if (text === null || text.includes('\0') || hasOtherEncoding(text)) return { reason: 'svg-encoding' }
  if (/<!(?:DOCTYPE|ENTITY|ATTLIST|ELEMENT)/i.test(text)) return { reason: 'svg-doctype' }
  if (!/^<(?:[\w.-]+:)?svg[\s>/]/.test(skipProlog(text))) return { reason: 'unknown-type' }
  // A style can be written in codes, which the renderer reads; millions of them would hold up visitors.
  if (text.split(/[&\\]/, maxCodes).length === maxCodes) return { reason: 'too-slow' }
  const asXml = decodeReferences(text)
  const asCss = decodeStyle(asXml)
  if (namesOutside(text) || [asXml, asCss].some(namesOutsideInStyle)) return { reason: 'svg-outside' }
  if ([asXml, asCss].some((each) => /\bvar\(\s*--/i.test(each))) return { reason: 'svg-variables' }
  return /<(?:[\w.-]+:)?text[\s>/]/i.test(text) ? { reason: 'svg-text' } : { type: 'image/svg+xml' }
}

// Element names can't be escaped, and only these two can embed a picture; a reference must literally start with
// #; a style sheet can only come from @import or a processing instruction.
function namesOutside(text: string): boolean {
  const drawn = text.replace(/<(?:[\w.-]+:)?a\s[^<>]*>/gi, '') // links are never followed
  return (
    /<(?:[\w.-]+:)?(?:image|feImage|include)[\s>/]/i.test(drawn) ||
    /[\s"':]href\s*=(?!\s*["']#)/i.test(drawn) ||
    /<\?xml-stylesheet/i.test(drawn)
  )
}

function namesOutsideInStyle(text: string): boolean {
  return /url\(\s*["']?(?!["'#\s])/i.test(text) || /@import/i.test(text)
}

const named: Record<string, string> = { '&quot;': '"', '&apos;': "'", '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Text as XML reads it: `&quot;` and `&#39;` are quotation marks. */
function decodeReferences(text: string): string {
  const read = (code: string) => named[code] ?? toLetter(code.replace(/^&#/, '0').replace(';', ''))
  return text.replace(/&(?:#x?0*[\da-fA-F]{1,7}|quot|apos|amp|lt|gt);/g, read)
}

/** Text as a style sheet reads it: without its escapes and comments. */
function decodeStyle(text: string): string {
  const read = (code: string) => (/^\\[\da-f]/i.test(code) ? toLetter(`0x${code.slice(1).trim()}`) : code.slice(1))
  const plain = text.replace(/\\(?:[\da-fA-F]{1,6}\s?|[^])/g, read)
  let kept = ''
  for (let at = 0; ;) {
    const open = plain.indexOf('/*', at)
    const close = open < 0 ? -1 : plain.indexOf('*/', open + 2)
    if (close < 0) return kept + plain.slice(at)
    kept += plain.slice(at, open)
    at = close + 2
  }
}

/** @param number as in JavaScript, such as 0x41; what is none, or no letter’s, gives nothing */
function toLetter(number: string): string {
  const code = Number(number)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Skips the declaration, processing instructions and comments at the start. */
function skipProlog(text: string): string {
  let rest = text.trimStart()
  for (const [open, close] of [
    ['<?', '?>'],
    ['<!--', '-->'],
  ] as const) {
    while (rest.startsWith(open)) {
      const end = rest.indexOf(close, open.length)
      rest = end < 0 ? '' : rest.slice(end + close.length).trimStart()
    }
  }
  return rest
}

function hasOtherEncoding(text: string): boolean {
  const [, encoding] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/i.exec(text) ?? []
  return encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What a form accepts as a logo, as in the HTML attribute. */
export const logoFileTypes = 'image/png,image/jpeg,image/webp,image/avif,image/svg+xml,.svg'
