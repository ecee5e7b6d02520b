import 'server-only'
import { type StaffChangeAnswer, writeName } from './data/write'
import type { Actor } from '../audit/model/actor'
import { oneLine } from '../shared/model/inputs'
import { type Refused, refuse } from '../shared/model/result'

const nameField = oneLine(100, 'Write their name.')

/** Changes someone’s name, as the desk and the log show it. @param name not trusted */
export async function renameStaff(
  id: string,
  name: unknown,
  actor: Actor,
  now: Date,
): Promise<StaffChangeAnswer | Refused> {
  const parsed = nameField.safeParse(name)
  if (!parsed.success) return refuse({ field: 'name', message: parsed.error.issues[0]?.message ?? '' })
  return writeName({ id, name: parsed.data, actor, now })
}
