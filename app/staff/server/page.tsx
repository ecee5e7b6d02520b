import type { Metadata } from 'next'
import { RuleStates } from '@/components/desk/messages/rule-states'
import { showServer } from '@/lib/desk/show-server'
import { requireStaff } from '../_request/require-staff'

export const metadata: Metadata = { title: 'The server' }

export default async function ServerPage() {
  const { role } = await requireStaff('editor')
  const parts = await showServer(role, new Date())
  return (
    <div className="staff-narrow">
      <h1>The server</h1>
      <p>How it stands, as it finds out by itself, and what the person who runs it can do.</p>
      <ul className="staff-cards">
        {parts.map(({ id, title, state, isToDo, steps }) => (
          <li key={id} id={id}>
            <div className="state-head">
              <h2>{title}</h2>
              {isToDo && <RuleStates states={[{ kind: 'draft', text: 'To do' }]} />}
            </div>
            <p>{state}</p>
            {steps.length > 0 && (
              <ol>
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
