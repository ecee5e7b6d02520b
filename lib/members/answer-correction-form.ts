import 'server-only'
import { composeConflict, settleForm } from '../shared/model/conflict'
import { type MergingFormAnswer, refuseForm } from '../shared/model/form'
import type { Fields } from '../shared/model/merge'
import { formatMoment } from '../shared/model/uk-time'
import { listStaffNames } from '../staff/data/staff'
import type { Change } from '../audit/model/actor'
import { listCorrections } from './data/corrections'
import { saveCorrection } from './save-correction'

const own = ['reason', 'expiresOn']

/**
 * Saves a correction from its form, and settles the form again after a conflict.
 * @param sent not trusted: every field of the form
 * @returns `saved` instead of an address to redirect to
 */
export async function answerCorrectionForm(
  sent: Fields,
  change: Change,
): Promise<MergingFormAnswer | { outcome: 'saved' }> {
  const names = sent.field === 'vacant' ? own : ['value', ...own]
  const settled = settleForm(sent, names)
  if (settled.outcome !== 'settled') return settled
  const { values } = settled
  const { seatCode, field, value = '', reason, expiresOn, seen = '', memberId } = values
  const expected = { seen, memberId: Number(memberId) }
  const answer = await saveCorrection({ seatCode, field, value, reason, expiresOn }, change, expected)
  switch (answer.outcome) {
    case 'saved':
      return { outcome: 'saved' }
    case 'refused':
      return refuseForm('Nothing is saved yet.', answer.problems, values)
    case 'vacant':
      return refuseForm('This seat is vacant now, so there is no one to correct anything about.', [], values)
    case 'other-member':
      return refuseForm(
        'Someone else sits here now. Nothing is saved: load the page again, and check whether it is true of them too.',
        [],
        values,
      )
    case 'changed-since':
      return describeConflict(values, names, change.now)
    case 'not-found':
      return refuseForm('There is no such seat.', [], values)
  }
}

async function describeConflict(values: Fields, names: string[], now: Date): Promise<MergingFormAnswer> {
  const [corrections, people] = await Promise.all([listCorrections(now, values.seatCode), listStaffNames()])
  const theirs = corrections.find(({ field }) => field === values.field)
  if (!theirs)
    return refuseForm(
      'Someone else has removed this correction. What you wrote is still here: save it to make a new one.',
      [],
      { ...values, seen: '' },
    )
  const { value, reason, expiresOn, savedBy, savedAt } = theirs
  const name = people.find(({ id }) => id === savedBy)?.name ?? 'the command line'
  return composeConflict(values, names, {
    theirs: { value: value ?? '', reason, expiresOn },
    by: `Saved by ${name}, ${formatMoment(savedAt)}.`,
    rest: { seen: savedAt.toISOString() },
  })
}
