import type { Mp } from './seat'

/** What staff can know better: where the Member can be reached, or that they have left. */
export const overrideFields = ['email', 'x', 'bluesky', 'vacant'] as const

export type OverrideField = (typeof overrideFields)[number]

/** The fields for people. */
export const overrideNames: Record<OverrideField, string> = {
  email: 'Email',
  x: 'X handle',
  bluesky: 'Bluesky handle',
  vacant: 'Vacant',
}

/** An override as far as it is applied; `value` null says that there is none. */
export type AppliedOverride = { memberId: number; field: string; value: string | null }

/** Whether staff have marked the seat of this Member as vacant. */
export function isMarkedVacant(memberId: number, overrides: readonly AppliedOverride[]): boolean {
  return overrides.some((override) => override.field === 'vacant' && override.memberId === memberId)
}

/**
 * The Member of a seat with what staff know better; null when there is none, or staff say so.
 * @param overrides those that have not expired; the ones about somebody else say nothing
 */
export function applyOverrides(mp: Mp | null, overrides: readonly AppliedOverride[]): Mp | null {
  if (!mp || isMarkedVacant(mp.id, overrides)) return null
  const find = (field: OverrideField, otherwise: string | null) => {
    const override = overrides.find((each) => each.field === field && each.memberId === mp.id)
    return override ? override.value : otherwise
  }
  return {
    ...mp,
    email: find('email', mp.email),
    xHandle: find('x', mp.xHandle),
    blueskyHandle: find('bluesky', mp.blueskyHandle),
  }
}

/** What an override has come to: in use, past its day, or about somebody who sits there no longer. */
export type OverrideState = 'applies' | 'expired' | 'other-member'

/**
 * How an override stands to the directory as Parliament has it.
 * @param today YYYY-MM-DD
 * @returns `agrees` when the directory says the same by now, so that the override can go
 */
export function compareOverride(
  override: AppliedOverride & { expiresOn: string },
  member: Mp | null,
  today: string,
): { state: OverrideState; directoryValue: string | null; agrees: boolean } {
  const { field, value, memberId, expiresOn } = override
  const isSame = member?.id === memberId
  const state = expiresOn < today ? 'expired' : isSame || (field === 'vacant' && !member) ? 'applies' : 'other-member'
  if (field === 'vacant') return { state, directoryValue: member?.name ?? null, agrees: !isSame }
  const directoryValue =
    (member && { email: member.email, x: member.xHandle, bluesky: member.blueskyHandle }[field]) ?? null
  // Neither addresses nor handles care about capitals.
  return { state, directoryValue, agrees: isSame && directoryValue?.toLowerCase() === value?.toLowerCase() }
}
