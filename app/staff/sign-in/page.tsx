import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '@/components/desk/notice'
import { PasskeySignIn } from '@/components/desk/staff/passkey-button'
import { StaffForm } from '@/components/desk/form'
import { parseNextPage } from '@/lib/staff/model/next-page'
import { getMailServer } from '@/lib/staff/mail/mailer'
import { isDeskOpen } from '@/lib/staff/get'
import { readStaff } from '../_request/require-staff'
import { askPasskey, sendPasskey, submitEmail } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

const notices = { 'signed-out': 'You are signed out.' }

export default async function SignInPage({ searchParams }: PageProps<'/staff/sign-in'>) {
  if (!isDeskOpen()) return <Closed />
  const { done, next: asked } = await searchParams
  const next = parseNextPage(asked)
  if (await readStaff()) redirect(next ?? '/staff')
  return (
    <div className="staff-narrow">
      <h1>Sign in</h1>
      <Notice texts={notices} done={done} />
      {next && <p>Sign in to go on to the page you wanted. What you typed there is still in your browser.</p>}
      <p>For people who work on the campaign. An admin has to invite you first.</p>
      <StaffForm
        action={submitEmail}
        fields={[
          { name: 'next', label: '', type: 'hidden', value: next ?? '' },
          {
            name: 'email',
            label: 'Your email address',
            type: 'email',
            autoComplete: 'username webauthn',
            hint:
              getMailServer() === ''
                ? 'This site has no mail server. Your link is written into a file on the server, and the person who runs the site can give it to you. There is no password.'
                : 'We send you a link that signs you in. There is no password.',
          },
        ]}
        submit={getMailServer() === '' ? 'Make me a link' : 'Send me a link'}
      />
      <h2 className="needs-script">Or without an email</h2>
      <PasskeySignIn ask={askPasskey} send={sendPasskey} next={next ?? ''} />
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
