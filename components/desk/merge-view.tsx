import type { ReactNode } from 'react'
import { isErased } from '@/lib/audit/model/eraser'
import { type Conflict, formatFields } from '@/lib/shared/model/conflict'
import { type Difference, listDifferences, type Side } from '@/lib/shared/model/merge'
import { compareTexts } from '@/lib/shared/model/text-difference'
import { AnswerBox } from './answer-box'
import { TextDiff } from './text-diff'

/** A field that can be merged: its label, and how to display its value. */
export type MergeField = { name: string; label: string; describe: (text: string) => string }

type Props = {
  conflict: Conflict
  fields: MergeField[]
  /** The label of the button that saves the choices. */
  submit: string
  send: (form: FormData) => void
  isPending: boolean
  scripted: ReactNode
  children?: ReactNode
}

const who: Record<Side | '', string> = {
  theirs: 'only they changed it',
  yours: 'only you changed it',
  '': 'you both changed it',
}

/** Two people’s versions of a form, side by side with the version both started from, to choose from field by field. */
export function MergeView({ conflict, fields, submit, send, isPending, scripted, children }: Props) {
  const { by, base, theirs, yours, chosen, missing, rest } = conflict
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  const differences = listDifferences(
    conflict,
    fields.map(({ name }) => name),
  )
  const hidden = { ...rest, by, base: formatFields(base), theirs: formatFields(theirs), yours: formatFields(yours) }
  return (
    <form action={send} className="staff-form" noValidate>
      {scripted}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AnswerBox
        of={conflict}
        outcome="refused"
        message={
          missing.length > 0
            ? `Choose yours or theirs for ${missing.map((name) => `“${label(name)}”`).join(', ')}.`
            : 'Someone else has saved this since you opened it. Nothing of yours is lost: choose what to keep.'
        }
      >
        <p>{by}</p>
        {isErased(...Object.values(theirs).map(String)) && (
          <p>
            Where it says “(erased)”, a person’s data was erased, perhaps since you opened this. Don’t bring it back:
            keep theirs there.
          </p>
        )}
      </AnswerBox>
      {differences.length === 0 && <p>You both wrote the same, so there is nothing to choose.</p>}
      {differences.map((difference) => (
        <MergeChoice
          key={difference.field}
          difference={difference}
          label={label(difference.field)}
          chosen={chosen[difference.field] ?? difference.preset}
          describe={fields.find(({ name }) => name === difference.field)?.describe ?? String}
        />
      ))}
      {children}
      <div className="buttons">
        <button type="submit" name="do" value="merge" aria-disabled={isPending}>
          {submit}
        </button>
        <button type="submit" name="do" value="continue" className="quiet" aria-disabled={isPending}>
          Keep editing
        </button>
      </div>
    </form>
  )
}

type ChoiceProps = { difference: Difference; label: string; chosen: string; describe: (text: string) => string }

function MergeChoice({ difference, label, chosen, describe }: ChoiceProps) {
  const { field, base, theirs, yours, preset } = difference
  const before = describe(base)
  const sides: [Side, string, string][] = [
    ['theirs', 'Theirs', describe(theirs)],
    ['yours', 'Yours', describe(yours)],
  ]
  return (
    <fieldset className="merge">
      <legend>
        {label}: {who[preset]}
      </legend>
      <div>
        <h2>Before</h2>
        <p className="merge-text">{before || '(empty)'}</p>
      </div>
      {sides.map(([side, title, text]) => (
        <div key={side}>
          <h2>{title}</h2>
          {text === '' && before === '' ? (
            <p className="merge-text">(empty)</p>
          ) : (
            <TextDiff parts={compareTexts(before, text)} />
          )}
          <label className="merge-choice">
            <input key={chosen} type="radio" name={`choose.${field}`} value={side} defaultChecked={chosen === side} />
            Keep {title.toLowerCase()}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
