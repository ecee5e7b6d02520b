import type { RuleState } from '@/lib/messages/words'

/** A rule's states, such as live or paused, as labels. */
export function RuleStates({ states }: { states: RuleState[] }) {
  return (
    <ul className="rule-states" aria-label="State">
      {states.map(({ kind, text }) => (
        <li key={text} data-kind={kind}>
          {text}
        </li>
      ))}
    </ul>
  )
}
