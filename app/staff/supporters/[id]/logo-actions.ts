'use server'

import { composeConflict, settleForm } from '@/lib/shared/model/conflict'
import { type MergingFormState, refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { changeLogo } from '@/lib/supporters/change-logo'
import { answerForm, openPage } from '../../_request/answer-form'
import { readFile } from '../../_request/read-form'

// Not the file: a browser never resends one by itself.
const names = ['alt', 'permissionOn']

/** Saves an uploaded logo, or a new description of the current one, or offers to merge it with someone else's. */
export async function submitLogo(_previous: unknown, form: unknown): Promise<MergingFormState> {
  return answerForm('editor', form, async (staff, sent) => {
    const settled = settleForm(sent, names)
    if (settled.outcome !== 'settled') return settled
    const { values } = settled
    const { alt = '', permissionOn = '' } = values
    const given = { bytes: await readFile(form, 'file'), alt, permissionOn }
    const answer = await changeLogo(readKnown(values), given, staff, new Date())
    if (answer.outcome !== 'conflict') return finish(answer, 'logo', values)
    const { theirs, changes, version } = answer
    return composeConflict(values, names, { theirs, by: changes.join(' '), rest: { version: String(version) } })
  })
}

/** Removes a logo. */
export async function removeLogo(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    return finish(await changeLogo(readKnown(fields), null, staff, new Date()), 'logo-removed', fields)
  })
}

function readKnown({ id, version }: Record<string, string>) {
  return { id: Number(id), version: Number(version) }
}

function finish(
  answer: Awaited<ReturnType<typeof changeLogo>>,
  done: string,
  fields: Record<string, string>,
): StaffFormState {
  switch (answer.outcome) {
    case 'saved':
      return openPage(`/staff/supporters/${answer.id}?done=${done}${answer.isOnDark ? '&logo=on-dark' : ''}`)
    case 'refused':
      return refuseForm(
        'Nothing is changed: something is not right. If you chose a file, choose it again.',
        answer.problems,
        fields,
      )
    case 'not-allowed':
      return refuseForm(answer.message, [], fields)
    case 'conflict':
      return refuseForm(
        `Nothing is changed: someone else has saved this supporter since you opened the page. ${answer.changes.join(' ')} Press the button again to remove the logo all the same.`,
        [],
        { ...fields, version: String(answer.version) },
      )
    case 'not-found':
      return refuseForm('This supporter is not there any more.', [], fields)
  }
}
