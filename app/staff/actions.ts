'use server'

import { redirect } from 'next/navigation'
import type { StaffFormState } from '@/lib/shared/model/form'
import { signOut } from '@/lib/staff/sign-in/sessions'
import { readAuthRequest, requireStaff, setCookies } from './_request/require-staff'

/**
 * Signs this browser out. Not with `openPage`: since the cookie changes, Next would re-render the page, which now needs
 * a session.
 */
export async function submitSignOut(): Promise<StaffFormState> {
  await requireStaff('editor')
  await setCookies(await signOut(await readAuthRequest()))
  redirect('/staff/sign-in?done=signed-out')
}
