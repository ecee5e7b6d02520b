'use server'

import { after } from 'next/server'
import { readVisitor } from '@/app/read-visitor'
import { parseNextPage } from '@/lib/staff/model/next-page'
import { linkMinutes } from '@/lib/staff/model/staff'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { offerPasskey, signInByPasskey } from '@/lib/staff/passkeys'
import { getOrganisation } from '@/lib/campaign/get'
import { requestSignIn } from '@/lib/staff/request-sign-in'
import { readFields } from '../_request/read-form'
import { readAuthRequest, setCookies } from '../_request/require-staff'

/** Requests a sign-in link. The response is the same whether or not the address is known. */
export async function submitEmail(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const { email = '', next } = readFields(form)
  const { address } = await readVisitor()
  const { cookie } = await readAuthRequest()
  const answer = await requestSignIn(
    email,
    { address, cookie },
    new Date(),
    (await getOrganisation()).name,
    parseNextPage(next),
  )
  if (answer.outcome === 'invalid')
    return refuseForm('We could not read that address.', [{ field: 'email', message: answer.message }], { email })
  if (answer.outcome === 'limited')
    return refuseForm(
      'Too many links have been requested. Try again in a minute or, if that doesn’t work, in an hour. You can still use your passkey, or a browser you’ve signed in with before.',
      [],
      { email },
    )
  after(answer.sending)
  return {
    outcome: 'done',
    message: answer.isMailed
      ? `If that address is on the staff, a link is on its way to it. It works once, within ${linkMinutes} minutes.`
      : `This site has no mail server, so it can’t send you an email. If that address is on the staff, the link was written into a file on the server. Ask the person who runs the site for it. It works once, within ${linkMinutes} minutes.`,
  }
}

/** A WebAuthn challenge for signing in; null if this visitor has asked too often. */
export async function askPasskey() {
  const { address } = await readVisitor()
  const challenge = await offerPasskey(await readAuthRequest(), address)
  if (!challenge) return null
  await setCookies(challenge.cookies)
  return challenge.options
}

/** Signs in with a passkey’s response. @param next not trusted: the page to go on to */
export async function sendPasskey(
  answer: unknown,
  next: unknown,
): Promise<{ outcome: 'ready'; href: string } | { outcome: 'refused'; message: string }> {
  const { address } = await readVisitor()
  const signedIn = await signInByPasskey(answer, await readAuthRequest(), address, new Date())
  if (signedIn.outcome !== 'signed-in')
    return { outcome: 'refused', message: 'That passkey does not open this desk. Use a link by email.' }
  await setCookies(signedIn.cookies)
  return { outcome: 'ready', href: parseNextPage(next) ?? '/staff' }
}
