import 'server-only'
import type { Transaction } from '../../shared/database/client'
import { type LetterMove, moves } from '../model/state'

/** What goes with a move, in the same statement; the state itself follows from the move. */
type With = Omit<Parameters<Transaction['letter']['updateMany']>[0]['data'], 'state' | 'id'>

/**
 * Makes a move, if it is legal: the only place that changes the state of a letter. On both databases the statement looks
 * at the state as it is then, so of two moves at once only one is made.
 * @param leaseId the move is only for the process that holds this lease
 * @returns false when there is no such letter, or the move isn’t legal now
 */
export async function moveLetter(
  tx: Transaction,
  id: string,
  move: LetterMove,
  data: With = {},
  leaseId?: string,
): Promise<boolean> {
  const { from, to } = moves[move]
  const { count } = await tx.letter.updateMany({
    where: { id, state: { in: [...from] }, ...(leaseId !== undefined && { leaseId }) },
    data: { ...data, state: to },
  })
  return count === 1
}

/** What an erased letter has no longer. The hash of the follow-up stays, so that its link can be answered. */
const nothingPersonal = {
  text: null,
  email: null,
  confirmHash: null,
  nextTryAt: null,
  leaseId: null,
  leasedUntil: null,
}

/** Erases a letter, with the emails about it that are still to go. */
export async function eraseLetter(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const isErased = await moveLetter(tx, id, 'erase', { ...nothingPersonal, erasedAt: now })
  if (isErased) await tx.letterMail.deleteMany({ where: { letterId: id } })
  return isErased
}

/** Cancels a waiting letter, and leaves nothing of it. */
export async function cancelLetter(tx: Transaction, id: string): Promise<boolean> {
  const isCancelled = await moveLetter(tx, id, 'cancel', { ...nothingPersonal, followUpHash: null })
  if (isCancelled) await tx.letterMail.deleteMany({ where: { letterId: id } })
  return isCancelled
}
