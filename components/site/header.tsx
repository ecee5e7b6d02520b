import { LeaveLink } from './leave-link'

export function SiteHeader() {
  return (
    <header className="site-header">
      <div className="wrap">
        <a className="wordmark" href="/">
          <img src="/mark.svg" alt="" width="40" height="40" />
          <span>
            Stable <span className="wordmark-end">Futures</span>
          </span>
        </a>
        <LeaveLink />
        <nav aria-label="Main">
          <a href="/#asks">Asks</a>
          <a href="/supporters">Supporters</a>
          <a href="/find">All MPs</a>
          <a className="nav-action" href="/take-action">
            Take action
          </a>
        </nav>
      </div>
    </header>
  )
}
