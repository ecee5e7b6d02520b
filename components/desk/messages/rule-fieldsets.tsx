import { allowedVariables } from '@/lib/messages/model/rule'
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
const any = { value: '', text: 'Does not matter' }
const yesNo = [any, { value: 'true', text: 'Yes' }, { value: 'false', text: 'No' }]
const same = (text: string) => ({ value: text, text })
const nations = [any, ...['England', 'Scotland', 'Wales', 'Northern Ireland'].map(same)]

/** A rule's fields: its name and dates, who gets it, and the texts. */
export function RuleFieldsets({ id, values, editing, problems }: Props) {
  const prepare = (name: string, more: Partial<StaffField>) => ({
    id: `${id}-${name}`,
    field: { name, label: ruleFieldWords[name] ?? name, value: values[name] ?? '', ...more },
    problem: problems.find(({ field }) => field === name)?.message,
  })
  const show = (name: string, more: Partial<StaffField>) => <FormField {...prepare(name, more)} />
  const party = values['conditions.party'] ?? ''
  const parties = [...new Set([...editing.parties, ...(party ? [party] : [])])]
  const seats = editing.seats.map(({ code, name }) => ({ value: code, text: name }))
  return (
    <>
      <fieldset>
        <legend>The rule</legend>
        {show('name', { hint: 'For staff only.', maxLength: 100 })}
        <div className="rule-grid">
          {show('isActive', { type: 'select', options: onOff })}
          {show('activeFrom', { type: 'datetime-local', hint: 'UK time. Empty: at once.' })}
          {show('activeUntil', { type: 'datetime-local', hint: 'UK time. Empty: no end.' })}
        </div>
      </fieldset>
      <fieldset>
        <legend>Whom it is for</legend>
        <p className="hint">A seat has to fit everything that you choose here.</p>
        <div className="rule-grid">
          {show('conditions.nation', { type: 'select', options: nations })}
          {show('conditions.party', { type: 'select', options: [any, ...parties.map(same)] })}
          {show('conditions.constituencyCode', { type: 'select', options: [any, ...seats] })}
          {['isSupporter', 'isSpeaker', 'abstains', 'isVacant'].map((name) => (
            <FormField key={name} {...prepare(`conditions.${name}`, { type: 'select', options: yesNo })} />
          ))}
        </div>
      </fieldset>
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
    </>
  )
}
