import type { ReactNode } from 'react'
import type { SeatChoice } from '@/lib/messages/model/rule-views'
import { listMergeFields, type Merge, type MergeField, type Side } from '@/lib/messages/model/rule-form'
import { describeRuleField, ruleFieldWords } from '@/lib/messages/words'
import { compareTexts } from '@/lib/messages/model/text-difference'
import { AnswerBox } from '../answer-box'
import { TextDiff } from './text-diff'

type Props = {
  merge: Merge & { message: string }
  seats: SeatChoice[]
  send: (form: FormData) => void
  isPending: boolean
  scripted: ReactNode
}

const who: Record<Side | '', string> = {
  theirs: 'only they changed it',
  yours: 'only you changed it',
  '': 'you both changed it',
}

/** Two editors' versions of a rule side by side with what both began with, to choose from field by field. */
export function MergeView({ merge, seats, send, isPending, scripted }: Props) {
  const fields = listMergeFields(merge)
  const nameSeat = (code: string) => seats.find((seat) => seat.code === code)?.name ?? code
  const hidden = {
    id: merge.id,
    version: merge.version,
    by: merge.by,
    base: JSON.stringify(merge.base),
    theirs: JSON.stringify(merge.theirs),
    yours: JSON.stringify(merge.yours),
  }
  return (
    <form action={send} className="staff-form" noValidate>
      {scripted}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AnswerBox of={merge} outcome="refused" message={merge.message}>
        <p>Theirs: {merge.by}.</p>
      </AnswerBox>
      {fields.length === 0 && <p>You both wrote the same, so there is nothing to choose.</p>}
      {fields.map((field) => (
        <MergeChoice
          key={field.field}
          field={field}
          chosen={merge.chosen[`choose.${field.field}`] ?? field.preset}
          describe={(text) => describeRuleField(field.field, text, nameSeat)}
        />
      ))}
      <div className="buttons">
        <button type="submit" name="do" value="merge" aria-disabled={isPending}>
          Save what I chose as the draft
        </button>
        <button type="submit" name="do" value="continue" className="quiet" aria-disabled={isPending}>
          Go on writing with it
        </button>
      </div>
    </form>
  )
}

type ChoiceProps = { field: MergeField; chosen: string; describe: (text: string) => string }

function MergeChoice({ field: { field, base, theirs, yours, preset }, chosen, describe }: ChoiceProps) {
  const before = describe(base)
  const sides: [Side, string, string][] = [
    ['theirs', 'Theirs', describe(theirs)],
    ['yours', 'Yours', describe(yours)],
  ]
  return (
    <fieldset className="merge">
      <legend>
        {ruleFieldWords[field] ?? field}: {who[preset]}
      </legend>
      <div>
        <h2>Before</h2>
        <p className="rule-text">{before || '(empty)'}</p>
      </div>
      {sides.map(([side, title, text]) => (
        <div key={side}>
          <h2>{title}</h2>
          <TextDiff parts={compareTexts(before, text)} />
          <label className="merge-choice">
            <input key={chosen} type="radio" name={`choose.${field}`} value={side} defaultChecked={chosen === side} />
            Keep {title.toLowerCase()}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
