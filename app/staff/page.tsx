import { FigureList } from '@/components/desk/figure-list'
import { Moment } from '@/components/desk/moment'
import { channelWords } from '@/lib/actions/model/channel'
import { getDesk } from '@/lib/desk/get'
import { getWeek, type Week } from '@/lib/desk/get-week'
import { requireStaff } from './_request/require-staff'

export default async function DeskPage() {
  const staff = await requireStaff('editor')
  const now = new Date()
  const [desk, week] = await Promise.all([getDesk(staff, now), getWeek(now)])
  const figures = [
    { term: 'Supporters on the wall', value: desk.published },
    { term: 'Supporters in draft', value: desk.drafts },
    { term: 'Supporters hidden', value: desk.hidden },
    { term: 'Messages in use', value: `${desk.activeRules} of ${desk.rules}` },
    { term: 'MPs', value: desk.members },
    { term: 'Vacant constituencies', value: desk.vacantSeats },
  ]
  return (
    <>
      <h1>Hello, {staff.name}</h1>
      <Monday week={week} />
      <section aria-labelledby="attention">
        <h2 id="attention">To do</h2>
        {desk.attention.length === 0 && <p>Nothing to do right now.</p>}
        <ul className="staff-list">
          {desk.attention.map(({ text, href }) => (
            <li key={text}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="campaign">
        <h2 id="campaign">The campaign</h2>
        <FigureList figures={figures} />
        {desk.directory && (
          <p>
            MPs as of <Moment at={desk.directory.checkedAt} />,{' '}
            {desk.directory.source === 'seed' ? 'as shipped with the site' : 'from Parliament'}.
          </p>
        )}
        <p>
          <a href="/staff/server">The server: postcodes{staff.role === 'admin' && ', backups, mail'}</a>
        </p>
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

const number = new Intl.NumberFormat('en-GB')

/** The last seven days, in one screen. */
function Monday({ week: { channels, seats, goal, live, done } }: { week: Week }) {
  const total = channels.reduce((sum, { now }) => sum + now, 0)
  const before = channels.reduce((sum, line) => sum + line.before, 0)
  return (
    <div className="monday">
      <section aria-labelledby="week">
        <h2 id="week">Messages opened in the last 7 days</h2>
        <p>
          <strong>{number.format(total)}</strong>, and {number.format(before)} in the 7 days before.{' '}
          {goal && `The goal is ${number.format(goal.number)} ${goal.of === 'seats' ? 'MPs contacted' : 'messages'}. `}
          <a href="/staff/figures">Figures</a>
        </p>
        <ul>
          {channels.map(({ channel, now, before: last }) => (
            <li key={channel}>
              {channelWords[channel]}: {number.format(now)}, before {number.format(last)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="seats">
        <h2 id="seats">Constituencies</h2>
        <p>
          {number.format(seats.fresh)} with a first message opened or copied. {number.format(seats.silent)} without any
          yet. <a href="/staff/figures/seats?sort=opened">All constituencies</a>
        </p>
        <ul>
          {seats.top.map(({ name, slug, count }) => (
            <li key={slug}>
              <a href={`/staff/directory/${slug}`}>{name}</a>: {number.format(count)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="live">
        <h2 id="live">What went live</h2>
        <Lines lines={live} none="Nothing lately." />
      </section>
      <section aria-labelledby="done">
        <h2 id="done">Who did what</h2>
        <Lines lines={done} none="Nothing lately." />
        <p>
          <a href="/staff/log">Activity log</a>
        </p>
      </section>
    </div>
  )
}

function Lines({ lines, none }: { lines: string[]; none: string }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
