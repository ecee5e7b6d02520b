/**
 * A name that is safe to show beside others: on one line, without control characters, halves of
 * characters, or controls of the writing direction, which would turn the text after it around
 * (Unicode Standard Annex 9, section 2). Letters of every script stay.
 * @returns the name, '' when nothing of it can be seen
 */
export function cleanName(text: string): string {
  return text
    .replace(/\s/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/ +/g, ' ')
    .trim()
}
