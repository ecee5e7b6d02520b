// Line and paragraph separators, vertical tab, form feed, next line, and both older kinds of line ending.
const lineBreaks = /\r\n?|[\u2028\u2029\v\f\u0085]/g
const controls = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g

/**
 * A text as it may leave the site: trimmed, with `\n` as its only line break, no spaces at the ends of lines, tabs as
 * spaces, and no other control characters, which some programs refuse or cut a text at.
 */
export function cleanText(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(/\t/g, ' ')
    .replace(controls, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
