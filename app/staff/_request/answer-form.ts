import 'server-only'
import { redirect } from 'next/navigation'
import { findUndoable } from '@/lib/desk/undo'
import { answerOnce } from '@/lib/staff/answer-once'
import type { Role, Staff } from '@/lib/staff/model/staff'
import { readFields } from './read-form'
import { requireStaff } from './require-staff'

type Fields = Record<string, string>
type Answer = { outcome: string; href?: string } | null

/**
 * Answers a form of the desk: for a member of staff with this role only, and once, however often it is pressed. Every
 * action that changes something goes through here.
 * @param minimum the lowest role allowed
 * @param form not trusted
 * @param run does it. Where it opens another page (`openPage`), a browser without JavaScript is redirected there.
 */
export async function answerForm<State extends Answer>(
  minimum: Role,
  form: unknown,
  run: (staff: Staff, fields: Fields) => Promise<State>,
): Promise<State> {
  const staff = await requireStaff(minimum)
  const { press = '', scripted = '', ...fields } = readFields(form)
  const content = form instanceof FormData ? form : new FormData()
  const answer = await answerOnce({ id: press, staffId: staff.id, content }, new Date(), async () => {
    const since = new Date()
    return offerUndo(await run(staff, fields), staff, since)
  })
  if (answer?.outcome === 'ready' && answer.href !== undefined && scripted === '') redirect(answer.href)
  return answer
}

/** Adds which change in the log was made, to the page that opens or to what stays, so that it has Undo beside what it says. */
async function offerUndo<State extends Answer>(answer: State, { id, role }: Staff, since: Date): Promise<State> {
  if (!answer || !['ready', 'done'].includes(answer.outcome) || answer.href?.includes('done=undone')) return answer
  const change = await findUndoable(id, role, since)
  if (change === null) return answer
  if (answer.href === undefined) return { ...answer, undo: String(change) }
  const [page, hash] = answer.href.split('#')
  return { ...answer, href: `${page}&undo=${change}${hash === undefined ? '' : `#${hash}`}` }
}

/**
 * Ends an action by opening another page. With JavaScript the browser navigates itself, because a redirect would make
 * Next render the page a second time and lose keyboard focus.
 */
export function openPage(href: string): { outcome: 'ready'; href: string } {
  return { outcome: 'ready', href }
}
