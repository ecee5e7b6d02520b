/** Where a letter is on its way. Only `moves` says what may follow what. */
export const letterStates = ['waiting', 'confirmed', 'sending', 'accepted', 'refused', 'cancelled', 'erased'] as const

export type LetterState = (typeof letterStates)[number]

/**
 * What can happen to a letter, with the states it can happen in and the one that follows:
 * - `confirm`, `cancel`: the visitor pressed that button;
 * - `claim`: a process takes it to send it, also from one whose lease has run out;
 * - `defer`: it couldn’t be sent now, and is tried again;
 * - `accept`, `refuse`: the MP’s mail server took it, or won’t for good;
 * - `retry`: staff have a refused letter tried again;
 * - `erase`: nothing personal of it is left. Not while it is being sent: its sender still has to write how that ended.
 */
export const moves = {
  confirm: { from: ['waiting'], to: 'confirmed' },
  cancel: { from: ['waiting'], to: 'cancelled' },
  claim: { from: ['confirmed', 'sending'], to: 'sending' },
  defer: { from: ['sending'], to: 'confirmed' },
  accept: { from: ['sending'], to: 'accepted' },
  refuse: { from: ['sending'], to: 'refused' },
  retry: { from: ['refused'], to: 'confirmed' },
  erase: { from: ['waiting', 'confirmed', 'accepted', 'refused', 'cancelled'], to: 'erased' },
} as const satisfies Record<string, { from: readonly LetterState[]; to: LetterState }>

export type LetterMove = keyof typeof moves

/** The state after a move; null where it isn’t legal. */
export function moveFrom(state: LetterState, move: LetterMove): LetterState | null {
  const { from, to } = moves[move]
  return from.some((each) => each === state) ? to : null
}

/** The states of letters that haven’t reached the MP’s mail server, and still should. */
export const queuedStates = ['confirmed', 'sending'] as const satisfies readonly LetterState[]
