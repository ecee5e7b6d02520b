import type { Mp } from './seat'

/** What staff can correct: how to reach the Member, or that they have left. */
export const correctionFields = ['email', 'x', 'bluesky', 'vacant'] as const

export type CorrectionField = (typeof correctionFields)[number]

/** Display names of the fields. */
export const correctionNames: Record<CorrectionField, string> = {
  email: 'Email',
  x: 'X handle',
  bluesky: 'Bluesky handle',
  vacant: 'Vacant',
}

/** The parts of a correction that take effect; a null `value` means that there is none. */
export type AppliedCorrection = { memberId: number; field: string; value: string | null }

/** Whether staff have marked this Member's seat as vacant. */
export function isMarkedVacant(memberId: number, corrections: readonly AppliedCorrection[]): boolean {
  return corrections.some((correction) => correction.field === 'vacant' && correction.memberId === memberId)
}

/**
 * A seat's Member with corrections applied; null when the seat is vacant or staff have marked it so.
 * @param corrections unexpired ones; those about another Member are ignored
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

/** Whether a correction is in use, past its last day, or about a Member who no longer holds the seat. */
export type CorrectionState = 'applies' | 'expired' | 'other-member'

/**
 * Compares a correction with Parliament's data.
 * @param today YYYY-MM-DD
 * @returns `agrees` when the directory now says the same, so the correction can be removed
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
  // Email addresses and handles are case-insensitive.
  return { state, directoryValue, agrees: isSame && directoryValue?.toLowerCase() === value?.toLowerCase() }
}
