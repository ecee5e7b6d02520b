'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { enrolPasskey, offerEnrolment } from '@/lib/staff/passkeys'
import { removePasskey, revokeDevice } from '@/lib/staff/revoke-device'
import { answerForm, openPage } from '../_request/answer-form'
import { readAuthRequest, requireStaff, setCookies } from '../_request/require-staff'

const gone = 'That is not there any more. Load the page again.'

/** Signs out another of the reader’s own browsers. */
export async function submitRevocation(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const isRevoked = await revokeDevice(fields.id ?? '', staff, new Date())
    return isRevoked ? openPage('/staff/devices?done=revoked') : refuseForm(gone)
  })
}

/** Deletes one of the reader’s own passkeys. */
export async function submitPasskeyRemoval(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const isRemoved = await removePasskey(fields.id ?? '', staff, new Date())
    return isRemoved ? openPage('/staff/devices?done=passkey-removed') : refuseForm(gone)
  })
}

/** A WebAuthn challenge for creating a passkey. */
export async function askEnrolment() {
  await requireStaff('editor')
  const { options, cookies } = await offerEnrolment(await readAuthRequest())
  await setCookies(cookies)
  return options
}

/** Saves the passkey a device has created. */
export async function sendEnrolment(
  answer: unknown,
): Promise<{ outcome: 'ready'; href: string } | { outcome: 'refused'; message: string }> {
  const staff = await requireStaff('editor')
  const isSaved = await enrolPasskey(answer, staff, await readAuthRequest(), new Date())
  return isSaved
    ? { outcome: 'ready', href: '/staff/devices?done=passkey-added' }
    : { outcome: 'refused', message: 'That passkey could not be saved. Try again.' }
}
