import type { MoveState } from '@/lib/messages/model/rule-form'
import { AnswerBox } from '../answer-box'

type Props = {
  id: number
  name: string
  /** The rules' ids in the order that is shown. */
  seen: string
  /** The list’s own, which a message keeps wherever it stands. */
  press: string
  state: MoveState
  send: (form: FormData) => void
  isPending: boolean
}

/** Moves a rule one place. Where that changes what visitors get, it says what first; nothing is moved until that is agreed to. */
export function MoveForm({ id, name, seen, press, state, send, isPending }: Props) {
  const answer = state?.id === id && state.outcome !== 'done' ? state : null
  const hidden = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="order" value={seen} />
    </>
  )
  return (
    <>
      {answer && (
        <AnswerBox
          of={answer}
          outcome="refused"
          label={answer.outcome === 'ask' ? 'Not moved yet' : 'There is a problem'}
          message={answer.outcome === 'ask' ? `Nothing is moved yet. ${answer.message}` : answer.message}
        >
          {answer.outcome === 'ask' && (
            <form action={send}>
              {hidden}
              <input type="hidden" name="press" value={press} />
              <input type="hidden" name="direction" value={answer.direction} />
              <input type="hidden" name="agreed" value={answer.message} />
              <button type="submit" aria-disabled={isPending}>
                Move it there<span className="visually-hidden"> {name}</span>
              </button>
              <a href="/staff/messages">Leave it where it is</a>
            </form>
          )}
        </AnswerBox>
      )}
      <form action={send}>
        {hidden}
        <input type="hidden" name="press" value={press} />
        <button type="submit" name="direction" value="up" className="quiet" aria-disabled={isPending}>
          Move up<span className="visually-hidden"> {name}</span>
        </button>
        <button type="submit" name="direction" value="down" className="quiet" aria-disabled={isPending}>
          Move down<span className="visually-hidden"> {name}</span>
        </button>
      </form>
    </>
  )
}
