import type { Metadata } from 'next'
import { StaffForm } from '@/components/desk/form'
import { submitConfirm } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

/** Where the link in a mail leads. Opening it uses nothing up: mail scanners open links, and press no button. */
export default async function ConfirmPage({ searchParams }: PageProps<'/staff/confirm'>) {
  const { token } = await searchParams
  return (
    <div className="staff-narrow">
      <h1>Sign in</h1>
      <p>Press the button to sign in with this browser. Then the link is used up.</p>
      <StaffForm
        action={submitConfirm}
        fields={[{ name: 'token', label: '', type: 'hidden', value: typeof token === 'string' ? token : '' }]}
        submit="Sign in"
      />
      <p>
        <a href="/staff/sign-in">Ask for another link</a>
      </p>
    </div>
  )
}
