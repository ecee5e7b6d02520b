import { isAtLeast, type Role } from '../../staff/model/staff'

/** Why nobody may change an archived supporter. */
export const archivedFirst = 'This supporter is archived. Bring them back before you change anything.'

/**
 * Why someone may not save a supporter. Only publishers may change what the public sees; editors write drafts
 * and may correct hidden supporters.
 * @param before the current status; null for a new supporter
 * @param after the status to be saved
 * @returns null when they may
 */
export function explainRefusal(role: Role, before: string | null, after: string): string | null {
  if (isAtLeast(role, 'publisher')) return null
  if (before === 'published')
    return 'This supporter is on the wall, and only a publisher may change what is there. Tell a publisher what should change.'
  if (after === 'published')
    return 'Only a publisher may put somebody on the wall. Save it as a draft, and tell a publisher.'
  return null
}
