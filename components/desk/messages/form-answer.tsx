import type { RuleFormState } from '@/lib/messages/model/rule-form'
import { AnswerBox } from '../answer-box'

type Props = { state: RuleFormState; id: string }

/** The result of a rule's form, shown above it. */
export function FormAnswer({ state, id }: Props) {
  if (!state || state.outcome === 'ready' || state.outcome === 'conflict') return null
  if (state.outcome === 'refused')
    return <AnswerBox of={state} outcome="refused" message={state.message} problems={state.problems} formId={id} />
  const words = {
    shown: 'The preview is below the form. Nothing is saved yet.',
    merged: 'This is what you chose. Nothing is saved yet: save it when you are ready.',
  }
  return <AnswerBox of={state} outcome="done" label="Not saved yet" message={words[state.outcome]} />
}
