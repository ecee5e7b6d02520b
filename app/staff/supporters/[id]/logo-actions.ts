'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { changeLogo } from '@/lib/supporters/change-logo'
import { openPage, readFields, readFile } from '../../_request/read-form'
import { requireStaff } from '../../_request/require-staff'

/** Keeps an uploaded logo, or other words for the one that is there. */
export async function submitLogo(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('editor')
  const fields = readFields(form)
  const { alt = '', permissionOn = '' } = fields
  return finish(
    await changeLogo(readKnown(fields), { bytes: await readFile(form, 'file'), alt, permissionOn }, staff, new Date()),
    'logo',
    fields,
  )
}

/** Takes a logo away. */
export async function removeLogo(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('editor')
  const fields = readFields(form)
  return finish(await changeLogo(readKnown(fields), null, staff, new Date()), 'logo-removed', fields)
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
      return openPage(`/staff/supporters/${answer.id}?done=${done}`, fields)
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
        `Nothing is changed: somebody else has saved this supporter since you opened the page. ${answer.changes.join(' ')} Press the button again to change the logo all the same; a file has to be chosen again.`,
        [],
        { ...fields, version: String(answer.version) },
      )
    case 'not-found':
      return refuseForm('This supporter is not there any more.', [], fields)
  }
}
