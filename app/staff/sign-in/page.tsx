import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '@/components/desk/notice'
import { PasskeySignIn } from '@/components/desk/staff/passkey-button'
import { StaffForm } from '@/components/desk/form'
import { isDeskOpen } from '@/lib/staff/get'
import { readStaff } from '../_request/require-staff'
import { askPasskey, sendPasskey, submitEmail } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

const notices = { 'signed-out': 'You are signed out.' }

export default async function SignInPage({ searchParams }: PageProps<'/staff/sign-in'>) {
  if (!isDeskOpen()) return <Closed />
  if (await readStaff()) redirect('/staff')
  const { done } = await searchParams
  return (
    <div className="staff-narrow">
      <h1>Sign in</h1>
      <Notice texts={notices} done={done} />
      <p>For people who work on the campaign. An admin has to invite you first.</p>
      <StaffForm
        action={submitEmail}
        fields={[
          {
            name: 'email',
            label: 'Your email address',
            type: 'email',
            autoComplete: 'username webauthn',
            hint: 'We send you a link that signs you in. There is no password.',
          },
        ]}
        submit="Send me a link"
      />
      <h2 className="needs-script">Or without a mail</h2>
      <PasskeySignIn ask={askPasskey} send={sendPasskey} />
    </div>
  )
}

function Closed() {
  return (
    <div className="staff-narrow">
      <h1>The staff desk is closed</h1>
      <p>
        This site uses PostgreSQL, so that several servers can share it, and they need a secret in common. Whoever runs
        it has to set <code>STAFF_SECRET</code>, as <code>.env.example</code> says, and start it again.
      </p>
    </div>
  )
}
