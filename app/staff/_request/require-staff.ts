import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { AuthCookie, AuthRequest } from '@/lib/staff/sign-in/cookies'
import { addNextPage, parseNextPage } from '@/lib/staff/model/next-page'
import { isAtLeast, type Role, type Staff } from '@/lib/staff/model/staff'
import { getStaff } from '@/lib/staff/get'

/** The parts of the request that sign-in uses. */
export async function readAuthRequest(): Promise<AuthRequest> {
  const given = await headers()
  return { cookie: given.get('cookie') ?? '', userAgent: given.get('user-agent') ?? '' }
}

/** The signed-in member of staff, or null. Cached for the request. */
export const readStaff = cache(async (): Promise<Staff | null> => getStaff(await readAuthRequest(), new Date()))

/**
 * Returns the signed-in member of staff, or redirects if there is none or their role is too low. Every desk page and
 * action must call this first, since each can be requested directly. After signing in, people are on this page.
 * @param minimum the lowest role allowed
 */
export async function requireStaff(minimum: Role): Promise<Staff> {
  const staff = await readStaff()
  if (!staff) redirect(addNextPage('/staff/sign-in', parseNextPage((await headers()).get('x-desk-path'))))
  if (!isAtLeast(staff.role, minimum)) redirect('/staff/no-access')
  return staff
}

/** Sets cookies in an action’s response. */
export async function setCookies(given: AuthCookie[]): Promise<void> {
  const store = await cookies()
  for (const { name, value, options } of given) store.set(name, value, options)
}
