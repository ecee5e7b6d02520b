/** How many letters may go out in an hour, to one MP and to all together; 0 for no limit. */
export type Pace = { perMpPerHour: number; perHour: number }

/** The time between two letters, in ms; 0 without a limit. */
export function gapOf(perHour: number): number {
  return perHour > 0 ? Math.ceil(3_600_000 / perHour) : 0
}

/** The ids that a letter’s pace is kept under, with their gaps: the MP’s, and 0 for all together. */
export function listGaps({ perMpPerHour, perHour }: Pace, memberId: number): { id: number; gapMs: number }[] {
  return [
    { id: memberId, gapMs: gapOf(perMpPerHour) },
    { id: 0, gapMs: gapOf(perHour) },
  ].filter(({ gapMs }) => gapMs > 0)
}

/** Whether a place in the pace has passed unused for so long, such as during a pause, that the letter needs a new one. */
export function isSlotOld(slot: Date, now: Date, gaps: readonly { gapMs: number }[]): boolean {
  return now.getTime() - slot.getTime() > 2 * Math.max(60_000, ...gaps.map(({ gapMs }) => gapMs))
}
