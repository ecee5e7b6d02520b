import type { Metadata } from 'next'
import { StaffForm } from '@/components/desk/form'
import { RuleStates } from '@/components/desk/messages/rule-states'
import type { BigSwitch } from '@/lib/desk/model/switches'
import { listSwitches } from '@/lib/desk/switches'
import { isAtLeast } from '@/lib/staff/model/staff'
import { DoneNotice } from '../_request/done-notice'
import { requireStaff } from '../_request/require-staff'
import { submitBigSwitch } from './actions'
import '../../styles/desk/messages.css'
import '../../styles/desk/rule.css'

export const metadata: Metadata = { title: 'Big switches' }

const notices = {
  'dissolution-on': 'Done. The site now says that Parliament is dissolved, and offers no messages.',
  'dissolution-off': 'Done. Parliament sits again, and messages are offered.',
  'letters-on': 'Paused. Nothing leaves until someone goes on, and pages no longer offer it.',
  'letters-off': 'Done. Sending goes on.',
  'wall-on': 'Done. The public wall is empty.',
}

export default async function SwitchesPage({ searchParams }: PageProps<'/staff/switches'>) {
  const { role } = await requireStaff('publisher')
  const [{ done, undo, ask }, switches] = await Promise.all([searchParams, listSwitches()])
  const own = switches.filter(({ minimum }) => isAtLeast(role, minimum))
  const asked = own.find(({ key, isOn, off }) => key === ask && (!isOn || off !== null))
  if (asked) return <Confirm asked={asked} />
  return (
    <div className="staff-narrow">
      <h1>Big switches</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <p>Each of these changes the whole site at once. While one is on, every page of the desk says so.</p>
      <ul className="staff-cards">
        {own.map(({ key, title, isOn, effect, on, off }) => (
          <li key={key}>
            <h2>{title}</h2>
            <RuleStates states={[isOn ? { kind: 'draft', text: 'On' } : { kind: 'off', text: 'Off' }]} />
            <p>{effect}</p>
            {(!isOn || off !== null) && (
              <p>
                <a className="button quiet" href={`/staff/switches?ask=${key}`}>
                  {isOn ? off : on}…
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The confirmation step, so a single press can’t turn a switch. */
function Confirm({ asked: { key, title, isOn, effect, on, off, wayBack } }: { asked: BigSwitch }) {
  return (
    <div className="staff-narrow">
      <h1>{isOn ? `Turn off “${title}”?` : `Turn on “${title}”?`}</h1>
      {!isOn && <p>{effect}</p>}
      <p>Visitors see it within a second. {wayBack}</p>
      <StaffForm
        action={submitBigSwitch}
        fields={Object.entries({ key, turn: isOn ? 'off' : 'on' }).map(([name, value]) => ({
          name,
          label: '',
          type: 'hidden',
          value,
        }))}
        submit={(isOn ? off : on) ?? ''}
      />
      <p>
        <a href="/staff/switches">Leave it as it is</a>
      </p>
    </div>
  )
}
