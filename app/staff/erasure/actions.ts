'use server'

import type { ErasureState } from '@/components/desk/erasure/erasure-form'
import { erasePerson, findPerson } from '@/lib/desk/erase-person'
import { refuseForm } from '@/lib/shared/model/form'
import { answerForm } from '../_request/answer-form'

/** Shows where a person’s data is, and erases it once the admin says so. */
export async function submitPersonErasure(_previous: unknown, form: unknown): Promise<ErasureState> {
  return answerForm<ErasureState>('admin', form, async (actor, fields) => {
    const { name = '', email = '', word = '', seen = '' } = fields
    const values = { name, email, word }
    const now = new Date()
    const look = async (isAgain: boolean): Promise<ErasureState> => {
      const answer = await findPerson(values, now)
      return answer.outcome === 'refused'
        ? refuseForm('Nothing was looked for.', answer.problems, values)
        : { ...answer, values, isAgain }
    }
    if (fields.do !== 'erase') return look(false)
    const answer = await erasePerson(values, seen, { actor, now })
    if (answer.outcome === 'refused') return refuseForm('Nothing was erased.', answer.problems, values)
    if (answer.outcome === 'changed-since') return look(true)
    const { log = 0, ...rows } = answer.erased
    const rest = answer.isOffDisk ? '' : ' The database’s write-ahead log still holds it for a while.'
    const changed = Object.values(rows).reduce((sum, each) => sum + each, 0)
    return {
      outcome: 'done',
      message: `Erased from ${count(changed, 'place', 'places')} and ${count(log, 'entry', 'entries')} of the activity log. The log says that something was erased, when and by whom, but not what.${rest} Look again to see what is left, such as in live texts.`,
    }
  })
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
