'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import type { SyncEnd } from '@/lib/members/model/sync-end'
import { checkWithParliament } from '@/lib/members/check-with-parliament'
import { removeOverride } from '@/lib/members/remove-correction'
import { saveOverride } from '@/lib/members/save-correction'
import { openPage, readFields } from '../_request/read-form'
import { requireStaff } from '../_request/require-staff'

/** Keeps what staff know better about the Member of a seat. */
export async function submitOverride(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const { id } = await requireStaff('publisher')
  const fields = readFields(form)
  const { seatCode, field, value, reason, expiresOn, seen } = fields
  const answer = await saveOverride(
    { seatCode, field, value: value ?? '', reason, expiresOn },
    { actor: { id }, now: new Date() },
    seen ?? '',
  )
  switch (answer.outcome) {
    case 'saved':
      return openPage(composeHref(fields.slug, 'saved'), fields)
    case 'refused':
      return refuseForm('That is not complete yet.', answer.problems, fields)
    case 'vacant':
      return refuseForm('This seat is vacant by now, so there is nobody to write about.', [], fields)
    case 'changed-since':
      return refuseForm(
        'Somebody else has changed this in the meantime. Load the page again to see what they wrote.',
        [],
        fields,
      )
    case 'not-found':
      return refuseForm('There is no such seat.', [], fields)
  }
}

/** Takes an override away. */
export async function submitOverrideRemoval(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const { id } = await requireStaff('publisher')
  const fields = readFields(form)
  const isRemoved = await removeOverride(fields.id, { actor: { id }, now: new Date() })
  return isRemoved
    ? openPage(composeHref(fields.slug, 'removed'), fields)
    : refuseForm('That is gone already. Load the page again.')
}

/** Checks with Parliament, and answers when that is over: for browsers without JavaScript. */
export async function submitSync(): Promise<SyncEnd | null> {
  const { id } = await requireStaff('publisher')
  return checkWithParliament({ actor: { id }, now: new Date() })
}

function composeHref(slug: string | undefined, done: string): string {
  return `/staff/directory/${encodeURIComponent(slug ?? '')}?done=${done}`
}
