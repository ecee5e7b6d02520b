import type { Metadata } from 'next'
import { FiguresTabs } from '@/components/desk/actions/figures-tabs'
import { StaffForm } from '@/components/desk/form'
import { daysToUndo } from '@/lib/actions/model/burst'
import { channelWords } from '@/lib/actions/model/channel'
import { formatShortDay } from '@/lib/shared/model/uk-time'
import { env } from '@/lib/shared/env'
import { findBurst, getUnusual, type ShownBurst } from '@/lib/actions/held-bursts'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { submitBurst } from './actions'
import '../../../styles/desk/figures.css'

export const metadata: Metadata = { title: 'Unusual bursts' }

const undo = `You can undo this in the activity log for ${daysToUndo} days.`
const notices = {
  released: `Released. These messages now count on the day they were opened. ${undo}`,
  discarded: `Discarded. These messages won’t be counted. ${undo}`,
  gone: 'These were already released or discarded, by you or someone else, so nothing more was done. The activity log says what happened.',
}
const number = new Intl.NumberFormat('en-GB')
const decisions = { release: 'Release', discard: 'Discard' } as const

export default async function HeldPage({ searchParams }: PageProps<'/staff/figures/held'>) {
  const staff = await requireStaff('publisher')
  const { done, undo, burst: asked, decision } = await searchParams
  const wanted = decision === 'release' || decision === 'discard' ? decision : null
  const chosen = asked === undefined || !wanted ? null : await findBurst(asked)
  if (chosen && wanted) return <Confirm burst={chosen} decision={wanted} />
  const { waiting, bursts, busySeats, unknownToday } = await getUnusual(new Date())
  const shown = bursts.reduce((sum, { opened }) => sum + opened, 0)
  return (
    <>
      <h1>Unusual bursts</h1>
      <FiguresTabs current="/staff/figures/held" role={staff.role} />
      <DoneNotice texts={notices} done={asked === undefined ? done : 'gone'} undo={undo} />
      <p>
        When a great many messages for one constituency come from one internet connection in a day, we hold the extra
        ones here until someone has looked at them. It could be a school, a hospital or a mobile network, or it could be
        a script. Nobody’s letter was stopped.
      </p>
      <section aria-labelledby="waiting">
        <h2 id="waiting">Waiting for a check: {number.format(waiting)}</h2>
        {bursts.length === 0 && <p>Nothing is waiting.</p>}
        {waiting > shown && <p>These are the {bursts.length} largest. Release or discard them to see more.</p>}
        <ul className="staff-cards">
          {bursts.map((burst) => (
            <li key={burst.id}>
              <h3>
                {burst.constituency}, {formatShortDay(burst.day)}
              </h3>
              <Described burst={burst} />
              <p className="buttons">
                {(['release', 'discard'] as const).map((each) => (
                  <a
                    key={each}
                    href={`/staff/figures/held?burst=${burst.id}&decision=${each}`}
                    className="button quiet"
                    aria-label={`${decisions[each]}: ${burst.constituency}, ${channelWords[burst.channel]}`}
                  >
                    {decisions[each]}…
                  </a>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="signs">
        <h2 id="signs">Other signs today</h2>
        <p>
          Messages from visitors whose internet address we don’t know: {number.format(unknownToday)}. If that’s more
          than a handful, ask the person who runs the server to set TRUSTED_PROXY.
        </p>
        {busySeats.length === 0 && <p>No constituency is far busier than usual.</p>}
        <ul className="staff-list">
          {busySeats.map(({ seatCode, constituency, opened, usual }) => (
            <li key={seatCode}>
              {constituency}: {number.format(opened)} opened today, {number.format(Math.round(usual))} on an average day
              of the last four weeks.
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The confirmation step, so a single press can’t decide. */
function Confirm({ burst, decision }: { burst: ShownBurst; decision: keyof typeof decisions }) {
  return (
    <>
      <h1>
        {decisions[decision]} these messages from {burst.constituency}?
      </h1>
      <Described burst={burst} />
      <p>
        {decision === 'release'
          ? `They’ll count on ${formatShortDay(burst.day)}, and the public numbers will include them within ${env.PUBLISH_COUNTS_MINUTES} minutes.`
          : 'They won’t be counted, and neither will anyone’s confirmation that they sent them.'}{' '}
        {undo}
      </p>
      <StaffForm
        action={submitBurst}
        fields={Object.entries({ id: burst.id, decision }).map(([name, value]) => ({
          name,
          label: '',
          type: 'hidden',
          value,
        }))}
        submit={`${decisions[decision]} ${number.format(burst.opened)} ${burst.opened === 1 ? 'message' : 'messages'}`}
      />
      <p>
        <a href="/staff/figures/held">Leave them waiting</a>
      </p>
    </>
  )
}

function Described({
  burst: { day, channel, opened, confirmed, sources, firstHour, lastHour, isUnknown },
}: {
  burst: ShownBurst
}) {
  const hours = `${String(firstHour).padStart(2, '0')}:00 and ${String(lastHour).padStart(2, '0')}:59`
  return (
    <p>
      {channelWords[channel]}: {number.format(opened)} opened or copied, {number.format(confirmed)} confirmed as sent,
      on {formatShortDay(day)} between {hours}.
      <br />
      {isUnknown ? 'From visitors whose address we don’t know.' : 'From one connection.'} They came through:{' '}
      {sources.map((source) => source ?? 'direct').join(', ')}.
    </p>
  )
}
