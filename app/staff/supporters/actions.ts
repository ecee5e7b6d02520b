'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import type { MovedInPlace } from '@/lib/supporters/model/move-row'
import { supporterStatuses } from '@/lib/supporters/model/supporter'
import { composeSupporterQuery, parseSupporterQuery } from '@/lib/supporters/model/list'
import { moveSupporter, setSupporterStatus } from '@/lib/supporters/arrange'
import { answerForm, openPage } from '../_request/answer-form'
import { readStaff } from '../_request/require-staff'

const gone = 'That supporter is not there any more. Load the page again.'

/** Handles every button of the list: changes the status of the ticked supporters, or moves one by a place. */
export async function submitList(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const deed = fields.do ?? ''
    const [, id, place] = /^move (\d+) (\d+)$/.exec(deed) ?? []
    if (id && place) return move(Number(id), Number(place), fields, staff.id)
    const ids = Object.keys(fields)
      .filter((name) => /^row-\d{1,9}$/.test(name))
      .map((name) => Number(name.slice(4)))
    if (ids.length === 0) return refuseForm('Tick somebody first.')
    const status = supporterStatuses.find((each) => each === deed)
    const answer = await setSupporterStatus(ids, status, { actor: { id: staff.id }, now: new Date() })
    if (answer.outcome === 'refused') return refuseForm('Nothing is changed. Load the page again.')
    return openPage(`/staff/supporters?${compose(fields, { done: status ?? '', changed: String(answer.ids.length) })}`)
  })
}

/** Moves a supporter to the place that was typed. */
export async function submitPlace(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    if (!/^\d{1,6}$/.test(fields.place ?? '') || Number(fields.place) < 1)
      return refuseForm(
        'Write the number of a place, from 1.',
        [{ field: 'place', message: 'This is no place.' }],
        fields,
      )
    return move(Number(fields.id), Number(fields.place), fields, staff.id)
  })
}

/**
 * Moves a supporter with the buttons in its row, without reloading the page.
 * @param form not trusted: `id`, and `place`, which counts from 1 in the whole list
 */
export async function sendMove(form: unknown): Promise<MovedInPlace> {
  if (!(await readStaff())) return { outcome: 'signed-out' }
  return answerForm<MovedInPlace>('publisher', form, async (staff, { id, place }) => {
    const { outcome } = await moveSupporter(Number(id), Number(place) - 1, { actor: staff, now: new Date() })
    return { outcome: outcome === 'moved' ? 'done' : 'refused' }
  })
}

async function move(
  id: number,
  place: number,
  fields: Record<string, string>,
  staffId: string,
): Promise<StaffFormState> {
  const { outcome } = await moveSupporter(id, place - 1, { actor: { id: staffId }, now: new Date() })
  return outcome === 'moved'
    ? openPage(`/staff/supporters?${compose(fields, { moved: String(id) })}#supporter-${id}`)
    : refuseForm(gone, [], fields)
}

/** The URL of the list that was shown. */
function compose({ list = '' }: Record<string, string>, more: Record<string, string>): string {
  return composeSupporterQuery(parseSupporterQuery(Object.fromEntries(new URLSearchParams(list))), more)
}
