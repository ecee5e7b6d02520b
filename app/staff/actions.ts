'use server'

import { redirect } from 'next/navigation'
import type { StaffFormState } from '@/lib/shared/model/form'
import { signOut } from '@/lib/staff/sign-in/sessions'
import { readAuthRequest, requireStaff, setCookies } from './_request/require-staff'

/** Signs this browser out. Not by `openPage`: with the cookie, Next makes the page anew, which nobody may see now. */
export async function submitSignOut(): Promise<StaffFormState> {
  await requireStaff('editor')
  await setCookies(await signOut(await readAuthRequest()))
  redirect('/staff/sign-in?done=signed-out')
}
