import { decodeHTML } from 'entities'

// Zero-width signs, soft hyphens, bidirectional marks and other format controls (Unicode category Cf), lone surrogates and
// variation selectors: they change nothing that a reader sees, but make two equal texts differ.
const invisible = /[\p{Cf}\p{Cs}\u034F\uFE00-\uFE0F]/gu

/** Text as a reader sees it: HTML entities decoded ("&amp;"), without invisible signs. Not for browsers: 30 kB. */
export function decodeText(text: string): string {
  return decodeHTML(text).replace(invisible, '')
}
