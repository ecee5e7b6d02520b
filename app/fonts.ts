import localFont from 'next/font/local'

// Fontsource's Latin files, served by us: no request to a third party. Next adds a fallback with
// matched metrics. On a slow line that is what a first visit is read in: `optional` never changes the
// typeface, and so the lines, of a page that somebody has begun to read.
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
