import { Moment } from '@/components/desk/moment'
import { getDesk } from '@/lib/desk/get'
import { requireStaff } from './_request/require-staff'

export default async function DeskPage() {
  const staff = await requireStaff('editor')
  const desk = await getDesk(staff, new Date())
  const figures = [
    { term: 'Supporters on the wall', value: desk.published },
    { term: 'Supporters in draft', value: desk.drafts },
    { term: 'Supporters hidden', value: desk.hidden },
    { term: 'Message rules in use', value: `${desk.activeRules} of ${desk.rules}` },
    { term: 'MPs', value: desk.members },
    { term: 'Vacant seats', value: desk.vacantSeats },
  ]
  return (
    <>
      <h1>Hello, {staff.name}</h1>
      <section aria-labelledby="attention">
        <h2 id="attention">What needs attention</h2>
        {desk.attention.length === 0 && <p>Nothing right now.</p>}
        <ul className="staff-list">
          {desk.attention.map(({ text, href }) => (
            <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="campaign">
        <h2 id="campaign">The campaign</h2>
        <dl className="staff-figures">
          {figures.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {desk.directory && (
          <p>
            MPs as of <Moment at={desk.directory.checkedAt} />,{' '}
            {desk.directory.source === 'seed' ? 'as shipped with the site' : 'from Parliament'}.
          </p>
        )}
        {desk.backup?.succeededAt && (
          <p>
            Last backup on <Moment at={desk.backup.succeededAt} />: {desk.backup.detail}.
          </p>
        )}
      </section>
      <section aria-labelledby="you">
        <h2 id="you">You</h2>
        <p>
          Signed in on {desk.sessions === 1 ? '1 device' : `${desk.sessions} devices`}, with{' '}
          {desk.passkeys === 1 ? '1 passkey' : `${desk.passkeys} passkeys`}.{' '}
          <a href="/staff/devices">Look after them</a>
        </p>
      </section>
    </>
  )
}
