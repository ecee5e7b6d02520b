import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { env } from '@/lib/shared/env'
import { digitFont, displayFont, textFont } from './fonts'
import './styles/site/site.css'

// How long Next tells others to cache a page, in seconds, where our chain isn't in front of it (FRONT=plain). The
// default would be a year.
export const revalidate = 1

export const metadata: Metadata = {
  metadataBase: new URL(env.SITE_URL),
  title: { default: 'Stable Futures', template: '%s – Stable Futures' },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf6ec' },
    { media: '(prefers-color-scheme: dark)', color: '#14201f' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className={`${displayFont.variable} ${textFont.variable} ${digitFont.variable}`}>
      <body>{children}</body>
    </html>
  )
}
