'use client' // for usePathname: rendered on the server, hydrated nowhere

import { usePathname } from 'next/navigation'
import { LeaveLink } from './leave-link'

const sections = [
  { href: '/#asks', text: 'Our asks', within: '/asks/' },
  { href: '/supporters', text: 'Supporters', within: '/supporters' },
  { href: '/find', text: 'All MPs', within: '/find' },
]

/** The quick exit comes first, on the screen and with the Tab key; then the site's sections, its name and its one button. */
export function SiteHeader() {
  const path = usePathname()
  const mark = (href: string, within: string) => {
    if (path === href) return 'page'
    return path.startsWith(within) ? 'true' : undefined
  }
  return (
    <header className="site-header">
      <div className="header-strip">
        <div className="wrap">
          <LeaveLink />
          <a className="skip-link" href="#main">
            Skip to the main part
          </a>
          <nav aria-label="Main">
            {sections.map(({ href, text, within }) => (
              <a key={href} href={href} aria-current={mark(href, within)}>
                {text}
              </a>
            ))}
          </nav>
        </div>
      </div>
      <div className="wrap header-name">
        <a className="wordmark" href="/" aria-current={path === '/' ? 'page' : undefined}>
          <img src="/mark.svg" alt="" width="40" height="40" />
          Stable Futures
        </a>
        <a className="button" href="/take-action" aria-current={mark('/take-action', '/take-action/')}>
          Take action
        </a>
      </div>
    </header>
  )
}
