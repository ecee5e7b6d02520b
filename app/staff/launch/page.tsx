import type { Metadata } from 'next'
import { StaffForm } from '@/components/desk/form'
import { RuleStates } from '@/components/desk/messages/rule-states'
import { listLaunchSteps } from '@/lib/desk/list-launch-steps'
import { requireStaff } from '../_request/require-staff'
import { submitTestMail } from './actions'

export const metadata: Metadata = { title: 'Launch checklist' }

export default async function LaunchPage() {
  await requireStaff('admin')
  const steps = await listLaunchSteps(new Date())
  const missing = steps.filter(({ isDone }) => !isDone).length
  return (
    <div className="staff-narrow">
      <h1>Launch checklist</h1>
      <p>
        {missing === 0 ? 'Everything here is done.' : `${missing} of ${steps.length} still to do.`} The site finds out
        each of these by itself.
      </p>
      <ol className="staff-cards">
        {steps.map(({ title, isDone, state, href }) => (
          <li key={title}>
            <div className="state-head">
              <h2>{href ? <a href={href}>{title}</a> : title}</h2>
              <RuleStates states={[isDone ? { kind: 'in-use', text: 'Done' } : { kind: 'draft', text: 'To do' }]} />
            </div>
            <p>{state}</p>
          </li>
        ))}
      </ol>
      <h2 id="test-mail">Test the mail</h2>
      <StaffForm action={submitTestMail} fields={[]} submit="Send me a test mail" />
    </div>
  )
}
