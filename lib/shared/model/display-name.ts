/**
 * Makes a name safe to show next to other text: on one line, without control characters, lone surrogates or
 * bidirectional controls, which could reorder the text after it (Unicode Standard Annex 9, section 2). Letters of every
 * script are kept.
 * @returns the name; '' if nothing visible is left
 */
export function cleanName(text: string): string {
  return text
    .replace(/\s/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/ +/g, ' ')
    .trim()
}
