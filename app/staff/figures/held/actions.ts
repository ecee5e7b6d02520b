'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { decideBurst } from '@/lib/actions/held-bursts'
import { openPage, readFields } from '../../_request/read-form'
import { requireStaff } from '../../_request/require-staff'

/** Releases or discards what one connection did beyond its daily limit. */
export async function submitBurst(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('publisher')
  const fields = readFields(form)
  const { outcome } = await decideBurst({ id: fields.id, decision: fields.decision }, { actor: staff, now: new Date() })
  if (outcome === 'refused')
    return refuseForm('We couldn’t find that burst. Go back to the list and choose again.', [], fields)
  return openPage(`/staff/figures/held?done=${outcome}`, fields)
}
