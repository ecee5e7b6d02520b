const combiningMarks = /\p{M}/gu

/** Every character people type as an apostrophe. */
export const apostrophes = /['\u2018\u2019\u02BC\u0060\u00B4]/g

/** Lowercases text and strips accents, since Welsh and Gaelic names are written with and without them. */
export function toPlainText(text: string): string {
  return text.normalize('NFD').replace(combiningMarks, '').toLowerCase()
}
