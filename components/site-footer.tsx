import { helplines } from '@/lib/helplines'

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="wrap columns">
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
        <section aria-labelledby="about-site">
          <h2 id="about-site">About this site</h2>
          <p>
            Your postcode is used once to find your MP and is not stored. If our own list does not know it, as in Northern
            Ireland, it goes to postcodes.io, without anything else about you. Your messages go from your own accounts. No
            cookies.
          </p>
          <p className="fine">
            Members’ details: UK Parliament, under the{' '}
            <a href="https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/">
              Open Parliament Licence v3.0
            </a>
            ; Bluesky and some X handles from mySociety. Postcodes: contains OS, ONS and Royal Mail data © Crown copyright
            and database right, Open Government Licence v3.0; 2024 constituencies by mySociety, CC BY 4.0; Northern Ireland
            and new postcodes by postcodes.io. Regions by Open Innovations.
          </p>
        </section>
      </div>
    </footer>
  )
}
