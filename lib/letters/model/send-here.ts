import type { Typed } from '../../actions/model/typed'
import type { Problem } from '../../shared/model/result'

/** What goes with the letter when the site sends it. */
export type SendHereFields = { email: string; isFollowUpAsked: boolean }

/**
 * The answer to “Send it for me”, with everything that was typed. `asked`: a copy is on its way to the visitor.
 * `wrong-constituency`: where their postcode is, and its MP, null while it has none.
 */
export type SendHereState = SendHereFields & { typed: Typed } & (
    | { outcome: 'asked' | 'too-many' | 'closed' }
    | { outcome: 'not-sent'; problems: Problem[] }
    | { outcome: 'wrong-constituency'; elsewhere: { slug: string; name: string; mpName: string | null } }
  )

/** Whether an answer is one to “Send it for me”. */
export function isSendHere<Other extends { outcome: string }>(
  state: Other | SendHereState | null,
): state is SendHereState {
  return state !== null && 'isFollowUpAsked' in state
}
