import type { Mp } from './seat'

/** What staff can know better: where the Member can be reached, or that they have left. */
export const correctionFields = ['email', 'x', 'bluesky', 'vacant'] as const

export type CorrectionField = (typeof correctionFields)[number]

/** The fields for people. */
export const correctionNames: Record<CorrectionField, string> = {
  email: 'Email',
  x: 'X handle',
  bluesky: 'Bluesky handle',
  vacant: 'Vacant',
}

/** A correction as far as it is applied; `value` null says that there is none. */
export type AppliedCorrection = { memberId: number; field: string; value: string | null }

/** Whether staff have marked the seat of this Member as vacant. */
export function isMarkedVacant(memberId: number, corrections: readonly AppliedCorrection[]): boolean {
  return corrections.some((correction) => correction.field === 'vacant' && correction.memberId === memberId)
}

/**
 * The Member of a seat with what staff know better; null when there is none, or staff say so.
 * @param corrections those that have not expired; the ones about somebody else say nothing
 */
export function applyCorrections(mp: Mp | null, corrections: readonly AppliedCorrection[]): Mp | null {
  if (!mp || isMarkedVacant(mp.id, corrections)) return null
  const find = (field: CorrectionField, otherwise: string | null) => {
    const correction = corrections.find((each) => each.field === field && each.memberId === mp.id)
    return correction ? correction.value : otherwise
  }
  return {
    ...mp,
    email: find('email', mp.email),
    xHandle: find('x', mp.xHandle),
    blueskyHandle: find('bluesky', mp.blueskyHandle),
  }
}

/** What a correction has come to: in use, past its day, or about somebody who sits there no longer. */
export type CorrectionState = 'applies' | 'expired' | 'other-member'

/**
 * How a correction stands to the directory as Parliament has it.
 * @param today YYYY-MM-DD
 * @returns `agrees` when the directory says the same by now, so that the correction can go
 */
export function compareCorrection(
  correction: AppliedCorrection & { expiresOn: string },
  member: Mp | null,
  today: string,
): { state: CorrectionState; directoryValue: string | null; agrees: boolean } {
  const { field, value, memberId, expiresOn } = correction
  const isSame = member?.id === memberId
  const state = expiresOn < today ? 'expired' : isSame || (field === 'vacant' && !member) ? 'applies' : 'other-member'
  if (field === 'vacant') return { state, directoryValue: member?.name ?? null, agrees: !isSame }
  const directoryValue =
    (member && { email: member.email, x: member.xHandle, bluesky: member.blueskyHandle }[field]) ?? null
  // Neither addresses nor handles care about capitals.
  return { state, directoryValue, agrees: isSame && directoryValue?.toLowerCase() === value?.toLowerCase() }
}
