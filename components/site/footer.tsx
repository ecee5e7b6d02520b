import { helplines } from '@/lib/campaign/model/helplines'

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="wrap footer-columns">
        <section aria-labelledby="help-now">
          <h2 id="help-now">If you or a child needs help now</h2>
          <p>This site cannot take reports about a child. These people can help, and will listen.</p>
          <ul className="helplines">
            {helplines.map(({ name, phone }) => (
              <li key={phone}>
                {name} <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
              </li>
            ))}
          </ul>
        </section>
        <nav aria-label="More">
          <h2>More</h2>
          <ul className="footer-links">
            <li>
              <a href="/asks/guardians">A guardian for every child</a>
            </li>
            <li>
              <a href="/asks/long-term-plan">A long-term plan for every child</a>
            </li>
            <li>
              <a href="/supporters">Who supports this</a>
            </li>
            <li>
              <a href="/about">About this site</a>
            </li>
            <li>
              <a href="/privacy">Privacy</a>
            </li>
            <li>
              <a href="/accessibility">Accessibility</a>
            </li>
          </ul>
        </nav>
        <section aria-labelledby="about-site">
          <h2 id="about-site">Your data stays yours</h2>
          <p>
            Your postcode is used once to find your MP and is not stored. Your messages go from your own accounts. No
            cookies, and nobody follows you here.
          </p>
          <p className="fine">
            Members’ details: UK Parliament, Open Parliament Licence v3.0.{' '}
            <a href="/about#credits">All credits and licences</a>.
          </p>
        </section>
      </div>
    </footer>
  )
}
