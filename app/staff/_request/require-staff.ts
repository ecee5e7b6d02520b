import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { AuthCookie, AuthRequest } from '@/lib/staff/sign-in/cookies'
import { isAtLeast, type Role, type Staff } from '@/lib/staff/model/staff'
import { getStaff } from '@/lib/staff/get'

/** What sign-in has to know of the request. */
export async function readAuthRequest(): Promise<AuthRequest> {
  const given = await headers()
  return { cookie: given.get('cookie') ?? '', userAgent: given.get('user-agent') ?? '' }
}

/** Who is signed in, or null. Asked once a request. */
export const readStaff = cache(async (): Promise<Staff | null> => getStaff(await readAuthRequest(), new Date()))

/**
 * Who is signed in, if their role may do this. Every page and every action of the desk calls it first,
 * since each can be reached without the others.
 * @param minimum the least role that may
 */
export async function requireStaff(minimum: Role): Promise<Staff> {
  const staff = await readStaff()
  if (!staff) redirect('/staff/sign-in')
  if (!isAtLeast(staff.role, minimum)) redirect('/staff/no-access')
  return staff
}

/** Puts cookies into the answer of an action. */
export async function setCookies(given: AuthCookie[]): Promise<void> {
  const store = await cookies()
  for (const { name, value, options } of given) store.set(name, value, options)
}
