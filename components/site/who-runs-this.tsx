import { describeOrganisation, notLaunched, type Organisation, startedBy } from '@/lib/campaign/model/organisation'

/** Who runs the site and how to reach them, at the foot of every page; until staff have said so, that it isn’t launched. */
export function WhoRunsThis({ organisation }: { organisation: Organisation }) {
  const { status, name, address, url, email, logo } = organisation
  return (
    <div className="wrap fine" data-organisation={status}>
      {status === 'not-set' && (
        <p>
          <strong>{notLaunched}</strong>
        </p>
      )}
      {status === 'set' && logo && (
        <img
          className="organisation-logo"
          src={logo.src}
          alt={name}
          width={logo.width}
          height={logo.height}
          loading="lazy"
        />
      )}
      {status === 'set' && (
        <p>
          {describeOrganisation(organisation)} {address && `${address}. `}
          {url && <a href={url}>{new URL(url).host}</a>}
          {url && email && ' · '}
          {email && <a href={`mailto:${email}`}>{email}</a>}
        </p>
      )}
      <p>{startedBy}</p>
    </div>
  )
}
