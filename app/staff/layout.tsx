import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { StaffForm } from '@/components/desk/form'
import { StaffNav } from '@/components/desk/nav'
import { roleWords } from '@/lib/staff/model/staff'
import { env } from '@/lib/shared/env'
import { submitSignOut } from './actions'
import { readStaff } from './_request/require-staff'
import '../styles/desk/desk.css'

// Every response has its own nonce (proxy.ts) and is for one person’s eyes.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Staff desk', template: '%s – Staff desk' },
  robots: { index: false, follow: false },
}

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const staff = await readStaff()
  return (
    <div className="staff">
      <a className="skip-link" href="#main">
        Skip to the main part
      </a>
      <header className="staff-header">
        <div className="wrap">
          <a className="wordmark" href={staff ? '/staff' : '/'}>
            <img src="/mark.svg" alt="" width="32" height="32" />
            <span>Staff desk</span>
          </a>
          {staff && <StaffNav staff={staff} isDevelopment={env.isDevelopment} />}
          {staff && (
            <StaffForm action={submitSignOut} fields={[]} submit="Sign out" isQuiet>
              <p className="staff-who">
                {staff.name} ({roleWords[staff.role].split(':')[0]})
              </p>
            </StaffForm>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="wrap">
        {children}
      </main>
    </div>
  )
}
