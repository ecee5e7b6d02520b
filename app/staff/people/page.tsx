import type { Metadata } from 'next'
import { Moment } from '@/components/desk/moment'
import { StaffForm } from '@/components/desk/form'
import { invitationDays, roles, roleWords } from '@/lib/staff/model/staff'
import { listStaff, type StaffMember } from '@/lib/staff/list'
import { DoneNotice } from '../_request/done-notice'
import { requireStaff } from '../_request/require-staff'
import { submitInvitation, submitInvitationAgain, submitName, submitRemoval, submitRole } from './actions'

export const metadata: Metadata = { title: 'People' }

const notices = {
  invited: `Invited. An email with a link is on its way to them. It works for ${invitationDays} days.`,
  'link-sent': 'They were on the staff already, with the role that they have. A new link is on its way to them.',
  role: 'The role is changed.',
  renamed: 'The name is changed.',
  removed: 'Removed. They are signed out everywhere.',
}
const choices = roles.map((role) => ({ value: role, text: roleWords[role] }))

export default async function PeoplePage({ searchParams }: PageProps<'/staff/people'>) {
  const staff = await requireStaff('admin')
  const { done, undo } = await searchParams
  const people = await listStaff()
  return (
    <>
      <h1>People</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <ul className="staff-cards">
        {people.map((person) => (
          <Person key={person.id} person={person} isSelf={person.id === staff.id} />
        ))}
      </ul>
      <section aria-labelledby="invite" className="staff-narrow">
        <h2 id="invite">Invite someone</h2>
        <StaffForm
          action={submitInvitation}
          fields={[
            { name: 'name', label: 'Name' },
            { name: 'email', label: 'Email address', type: 'email' },
            { name: 'role', label: 'Role', type: 'select', options: choices },
          ]}
          submit="Invite"
        />
      </section>
    </>
  )
}

function Person({ person, isSelf }: { person: StaffMember; isSelf: boolean }) {
  const { id, name, email, role, hasSignedIn, passkeys, lastSeenAt } = person
  const hidden = { name: 'id', label: '', type: 'hidden', value: id } as const
  return (
    <li>
      <h2>
        {name} {isSelf && '(you)'}
      </h2>
      <p>
        {email}
        <br />
        {roleWords[role]}
        <br />
        {!hasSignedIn && 'Invited, not here yet. '}
        {lastSeenAt && (
          <>
            Last here <Moment at={lastSeenAt} />.{' '}
          </>
        )}
        {passkeys > 0 && (passkeys === 1 ? '1 passkey.' : `${passkeys} passkeys.`)}
      </p>
      <details>
        <summary>
          Change<span className="visually-hidden"> {name}</span>
        </summary>
        {!hasSignedIn && (
          <StaffForm
            action={submitInvitationAgain}
            fields={[hidden]}
            submit="Send the invitation again"
            label={`Send the invitation to ${name} again`}
          />
        )}
        <StaffForm
          action={submitName}
          fields={[hidden, { name: 'name', label: 'Name', value: name, maxLength: 100 }]}
          submit="Change the name"
          label={`Change the name of ${name}`}
        />
        <StaffForm
          action={submitRole}
          fields={[hidden, { name: 'role', label: 'Role', type: 'select', value: role, options: choices }]}
          submit="Change the role"
          label={`Change the role of ${name}`}
        />
        <p>
          Removing signs them out everywhere and deletes their name and address. What they did stays in the log, under a
          neutral name.
        </p>
        <StaffForm action={submitRemoval} fields={[hidden]} submit="Remove" label={`Remove ${name}`} isQuiet />
      </details>
    </li>
  )
}
