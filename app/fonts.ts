import localFont from 'next/font/local'

// Fontsource's Latin files, self-hosted: no request to a third party. Next adds a fallback with matching metrics.
// `optional` never swaps the font, so lines don't move while someone is reading; on a slow connection, the first visit
// uses the fallback.
export const displayFont = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  variable: '--font-display',
  weight: '200 800',
  display: 'optional',
})

export const textFont = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--font-text',
  weight: '200 800',
  display: 'optional',
})
