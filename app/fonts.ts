import localFont from 'next/font/local'

// Fontsource's Latin files, self-hosted: no request to a third party. They swap in when they arrive, on a first visit
// too. Until then app/styles/fonts.css has fallbacks of the same width and height, so that no line moves.

// Spelled out three times: Next reads these calls without running them.
export const displayFont = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  variable: '--font-display',
  weight: '200 800',
  display: 'swap',
  adjustFontFallback: false,
})

export const textFont = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--font-text',
  weight: '200 800',
  display: 'swap',
  adjustFontFallback: false,
})

// The text font has slashed zeros only, which look like a computer's. Its digits come from the display font, the same
// file.
export const digitFont = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  variable: '--font-digits',
  weight: '200 800',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+30-39' }],
})
