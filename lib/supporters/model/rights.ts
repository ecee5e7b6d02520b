import { isAtLeast, type Role } from '../../staff/model/staff'

/**
 * Why somebody may not save a supporter: what the public sees is changed by publishers only. An editor
 * writes drafts, and may correct what is hidden.
 * @param before the status that it has; null for a new one
 * @param after the status that it would have
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
