import { allowedVariables, conditionFlags } from '@/lib/messages/model/rule'
import { findForgottenParty } from '@/lib/messages/model/omissions'
import type { RuleEditing } from '@/lib/messages/model/rule-views'
import { ruleFieldWords } from '@/lib/messages/words'
import type { StaffField } from '@/lib/shared/model/form'
import type { Problem } from '@/lib/shared/model/result'
import { FormField } from '../form-field'
import { TemplateField } from './template-field'

type Props = { id: string; values: Record<string, string>; editing: RuleEditing; problems: Problem[] }

const onOff = [
  { value: 'true', text: 'On' },
  { value: 'false', text: 'Off' },
]
const any = { value: '', text: 'Any' }
const yesNo = [any, { value: 'true', text: 'Yes' }, { value: 'false', text: 'No' }]
const nations = ['England', 'Scotland', 'Wales', 'Northern Ireland']

/** A rule's fields: its name, the texts, who gets them, and when. */
export function RuleFieldsets({ id, values, editing, problems }: Props) {
  const prepare = (name: string, more: Partial<StaffField>) => ({
    id: `${id}-${name}`,
    field: { name, label: ruleFieldWords[name] ?? name, value: values[name] ?? '', ...more },
    problem: problems.find(({ field }) => field === name)?.message,
  })
  const show = (name: string, more: Partial<StaffField>) => <FormField {...prepare(name, more)} />
  const chosen = (name: string) => (values[`conditions.${name}`] ?? '').split('\n').filter(Boolean)
  const parties = [...new Set([...editing.parties, ...chosen('party')])]
  const forgotten = findForgottenParty(chosen('party').join('\n'))
  const seats = editing.seats.map(({ code, name }) => ({ value: code, text: name }))
  return (
    <>
      {show('name', { hint: 'For staff only.', maxLength: 100 })}
      <fieldset>
        <legend>What they get</legend>
        <TemplateField
          {...prepare('postText', {
            type: 'textarea',
            rows: 6,
            maxLength: 1_000,
            hint: 'Public, on X or Bluesky. It must not begin with a handle.',
          })}
          variables={allowedVariables.postText}
        />
        <TemplateField {...prepare('emailSubject', { maxLength: 200 })} variables={allowedVariables.emailSubject} />
        <TemplateField
          {...prepare('emailBody', {
            type: 'textarea',
            rows: 16,
            maxLength: 10_000,
            hint: 'Leave room for the visitor’s own words and their name.',
          })}
          variables={allowedVariables.emailBody}
        />
      </fieldset>
      <fieldset>
        <legend>Who gets this message</legend>
        <p className="hint">
          A constituency has to fit everything you choose here. If you choose several nations or parties, any one of
          them will do.
        </p>
        <div className="rule-grid">
          <BoxList id={id} name="conditions.nation" choices={nations} chosen={chosen('nation')} />
          <BoxList id={id} name="conditions.party" choices={parties} chosen={chosen('party')} />
          {forgotten && <p className="hint">{forgotten}.</p>}
          {show('conditions.constituencyCode', { type: 'select', options: [any, ...seats] })}
          {conditionFlags.map((name) => (
            <FormField key={name} {...prepare(`conditions.${name}`, { type: 'select', options: yesNo })} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>When</legend>
        <div className="rule-grid">
          {show('isActive', { type: 'select', options: onOff })}
          {show('activeFrom', { type: 'datetime-local', hint: 'UK time. Empty: at once.' })}
          {show('activeUntil', { type: 'datetime-local', hint: 'UK time. Empty: no end.' })}
        </div>
      </fieldset>
    </>
  )
}

type ListProps = { id: string; name: string; choices: string[]; chosen: string[] }

/** Several values of a condition, as boxes; none ticked means any. Each has a name of its own: a form repeats none. */
function BoxList({ id, name, choices, chosen }: ListProps) {
  const label = ruleFieldWords[name] ?? name
  return (
    <details className="rule-boxes" open={chosen.length > 0}>
      <summary>
        {label}: {chosen.length === 0 ? 'Any' : chosen.join(' or ')}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{label}</legend>
        {choices.map((choice, index) => (
          <div key={choice} className="staff-check">
            <input
              id={`${id}-${name}-${index}`}
              type="checkbox"
              name={`${name}.${index}`}
              value={choice}
              defaultChecked={chosen.includes(choice)}
            />
            <label htmlFor={`${id}-${name}-${index}`}>{choice}</label>
          </div>
        ))}
      </fieldset>
    </details>
  )
}
