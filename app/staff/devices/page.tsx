import type { Metadata } from 'next'
import { Moment } from '@/components/desk/moment'
import { PasskeyEnrol } from '@/components/desk/staff/passkey-button'
import { StaffForm } from '@/components/desk/form'
import { idleMinutes } from '@/lib/staff/model/staff'
import { listDevices } from '@/lib/staff/list-devices'
import { DoneNotice } from '../_request/done-notice'
import { requireStaff } from '../_request/require-staff'
import { askEnrolment, sendEnrolment, submitPasskeyRemoval, submitRevocation } from './actions'

export const metadata: Metadata = { title: 'Your devices' }

const notices = {
  revoked: 'That device is signed out.',
  'passkey-removed': 'The passkey is removed.',
  'passkey-added': 'The passkey is added.',
}

export default async function DevicesPage({ searchParams }: PageProps<'/staff/devices'>) {
  const staff = await requireStaff('editor')
  const { done, undo } = await searchParams
  const { sessions, passkeys } = await listDevices(staff, new Date())
  return (
    <>
      <h1>Your devices</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <section aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <p>A device that does nothing for {idleMinutes} minutes is signed out by itself.</p>
        <ul className="staff-cards">
          {sessions.map(({ id, device, signedInAt, lastSeenAt, isThis }) => (
            <li key={id}>
              <h3>
                {device} {isThis && '(this one)'}
              </h3>
              <p>
                Signed in <Moment at={signedInAt} />, last used <Moment at={lastSeenAt} />
              </p>
              {!isThis && (
                <StaffForm
                  action={submitRevocation}
                  fields={[{ name: 'id', label: '', type: 'hidden', value: id }]}
                  submit="Sign it out"
                  label={`Sign out ${device}`}
                  isQuiet
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="passkeys">
        <h2 id="passkeys">Your passkeys</h2>
        <p>
          A passkey stays in your phone, computer or security key, and opens the desk with your finger, your face or a
          PIN.
        </p>
        <ul className="staff-cards">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id}>
              <h3>{name}</h3>
              {createdAt && (
                <p>
                  Added <Moment at={createdAt} />
                </p>
              )}
              <StaffForm
                action={submitPasskeyRemoval}
                fields={[{ name: 'id', label: '', type: 'hidden', value: id }]}
                submit="Remove"
                label={`Remove the passkey ${name}`}
                isQuiet
              />
            </li>
          ))}
        </ul>
        <PasskeyEnrol ask={askEnrolment} send={sendEnrolment} />
        <p className="needs-no-script">To add a passkey, this page needs JavaScript.</p>
      </section>
    </>
  )
}
