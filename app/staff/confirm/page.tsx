import type { Metadata } from 'next'
import { StaffForm } from '@/components/desk/form'
import { submitConfirm } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

/**
 * Where sign-in links lead. Opening the page doesn’t use the link: mail scanners open links, but they don’t press
 * buttons.
 */
export default async function ConfirmPage({ searchParams }: PageProps<'/staff/confirm'>) {
  const { token, next } = await searchParams
  return (
    <div className="staff-narrow">
      <h1>Sign in</h1>
      <p>Press the button to sign in with this browser. The link works only once.</p>
      <StaffForm
        action={submitConfirm}
        fields={Object.entries({ token, next }).map(([name, value]) => ({
          name,
          label: '',
          type: 'hidden',
          value: typeof value === 'string' ? value : '',
        }))}
        submit="Sign in"
      />
      <p>
        <a href="/staff/sign-in">Ask for another link</a>
      </p>
    </div>
  )
}
