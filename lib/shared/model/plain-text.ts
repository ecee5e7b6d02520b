const combiningMarks = /\p{M}/gu

/** Every kind of apostrophe that people type. */
export const apostrophes = /['\u2018\u2019\u02BC\u0060\u00B4]/g

/** Lower case without accents: Welsh and Gaelic names are spelt with and without them. */
export function toPlainText(text: string): string {
  return text.normalize('NFD').replace(combiningMarks, '').toLowerCase()
}
