import { describeOrganisation, notLaunched, type Organisation } from '@/lib/campaign/model/organisation'
import { Contact } from './contact'

/** Who runs the site, in full, for the page about it. */
export function OrganisationDetails({ organisation }: { organisation: Organisation }) {
  const { status, name, address, url, email, pressEmail, logo } = organisation
  if (status === 'unknown') return null
  if (status === 'not-set') return <p>{notLaunched}</p>
  return (
    <>
      {logo && <img className="organisation-logo" src={logo.src} alt="" width={logo.width} height={logo.height} />}
      <p>
        {describeOrganisation(organisation)}
        {url && (
          <>
            {' '}
            Find out more at <a href={url}>{new URL(url).host}</a>.
          </>
        )}
      </p>
      {address && (
        <p>
          Write to us at {name}, {address}.
        </p>
      )}
      <Contact email={email} about="Email us at" />
      <Contact email={pressEmail} about="Journalists, please email" />
    </>
  )
}
