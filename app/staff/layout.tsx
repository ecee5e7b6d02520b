import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { StaffForm } from '@/components/desk/form'
import { SaidOnce } from '@/components/desk/said-once'
import { StaffNav } from '@/components/desk/nav'
import { PressProvider } from '@/components/desk/typed/press'
import { TypedGuard } from '@/components/desk/typed/typed-guard'
import { listSwitches } from '@/lib/desk/switches'
import { isAtLeast, roleWords } from '@/lib/staff/model/staff'
import { getSending } from '@/lib/letters/get-settings'
import { env } from '@/lib/shared/env'
import { submitSignOut } from './actions'
import { readStaff } from './_request/require-staff'
import '../styles/desk/desk.css'
import '../styles/desk/header.css'
import '../styles/desk/states.css'
import '../styles/desk/typed.css'

// Every response has its own nonce (proxy.ts) and is for one person’s eyes.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Staff desk', template: '%s – Staff desk' },
  robots: { index: false, follow: false },
}

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const staff = await readStaff()
  const isRehearsal = staff !== null && (await getSending()).isRehearsal
  const [path = ''] = ((await headers()).get('x-desk-path') ?? '').split('?')
  const banners = staff ? (await listSwitches()).filter(({ isOn }) => isOn) : []
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
          {staff && (
            <details className="staff-menu">
              <summary>Menu</summary>
            </details>
          )}
          {staff && <StaffNav staff={staff} isDevelopment={env.isDevelopment} path={path} />}
          {staff && (
            <div data-sign-out>
              <StaffForm action={submitSignOut} fields={[]} submit="Sign out" isQuiet>
                <p className="staff-who">
                  <a href="/">Public site</a> · {staff.name} ({roleWords[staff.role].split(':')[0]})
                </p>
              </StaffForm>
            </div>
          )}
        </div>
      </header>
      {isRehearsal && (
        <p className="wrap staff-answer" data-outcome="refused">
          Rehearsal: all letters to MPs go to a mailbox of yours instead. <a href="/staff/letters">Letters</a>
        </p>
      )}
      {banners.map(({ key, banner, minimum }) => (
        <p key={key} className="staff-banner">
          <span className="wrap">
            {banner} {staff && isAtLeast(staff.role, minimum) && <a href="/staff/switches">Big switches</a>}
          </span>
        </p>
      ))}
      <main id="main" tabIndex={-1} className="wrap">
        <SaidOnce />
        {staff && <TypedGuard person={staff.id} name={staff.name} />}
        <PressProvider id={randomUUID()}>{children}</PressProvider>
      </main>
    </div>
  )
}
