import { helplines } from '@/lib/campaign/model/helplines'
import type { Organisation } from '@/lib/campaign/model/organisation'
import { WhoRunsThis } from './who-runs-this'

const links = [
  { href: '/asks/guardians', text: 'A guardian for every child' },
  { href: '/asks/long-term-plan', text: 'A long-term plan for every child' },
  { href: '/supporters', text: 'Who supports this' },
  { href: '/about', text: 'About this site' },
  { href: '/privacy', text: 'Privacy' },
  { href: '/accessibility', text: 'Accessibility' },
]

type Props = {
  organisation: Organisation
  isSmall?: boolean
  /** Whether the site sends letters for visitors who ask it to. */ isSending?: boolean
}

/** Where help is, the way to the other pages, and what happens to the visitor's data. */
export function SiteFooter({ organisation, isSmall = false, isSending = false }: Props) {
  return (
    <footer className={isSmall ? 'site-footer site-footer-small' : 'site-footer'}>
      <div className="wrap footer-columns">
        <section aria-labelledby="help-now">
          <h2 id="help-now">If you or a child needs help now</h2>
          <p>We can’t take reports about a child here. These people can help, and will listen.</p>
          <ul className="helplines" role="list">
            {helplines.map(({ name, phone }) => (
              <li key={phone}>
                {name} <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
              </li>
            ))}
          </ul>
        </section>
        <nav aria-label="More">
          {!isSmall && <h2>More</h2>}
          <ul className="footer-links" role="list">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-label={isSmall ? 'Your data' : undefined} aria-labelledby={isSmall ? undefined : 'about-site'}>
          {!isSmall && <h2 id="about-site">Your data stays yours</h2>}
          <p>
            {isSending
              ? 'We only use your postcode to find your MP, and don’t store it. Only a letter that you ask us to send is kept, encrypted, until it’s done. No cookies and no tracking.'
              : 'We only use your postcode to find your MP. We don’t store it. Your messages go from your own accounts. No cookies and no tracking.'}
          </p>
          <p className="fine">
            <a href="/about#credits">Credits and licences</a>
          </p>
        </section>
      </div>
      <WhoRunsThis organisation={organisation} />
    </footer>
  )
}
