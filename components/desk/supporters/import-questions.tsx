import { useId } from 'react'
import { type ImportCheck, type ImportRow, leaveOutAnswer } from '@/lib/supporters/model/import-check'
import { FormField } from '../form-field'

const formId = 'import-answers'

/**
 * The answers that a row's question can have: buttons, or choices of the form below without JavaScript.
 * @param onAnswer null without JavaScript
 */
export function RowAnswers({
  row: { line, name, candidates },
  onAnswer,
}: {
  row: ImportRow
  onAnswer: ((line: number, answer: string) => void) | null
}) {
  const id = useId()
  const out = candidates.length > 0 ? 'No, somebody else (leave it out)' : 'Leave it out'
  const answers = [
    ...candidates.map(({ text, answer }) => ({ text: `Yes, it is ${text}`, answer })),
    { text: out, answer: leaveOutAnswer },
  ]
  if (onAnswer)
    return (
      <p className="buttons">
        {answers.map(({ text, answer }) => (
          <button key={answer} type="button" className="quiet" onClick={() => onAnswer(line, answer)}>
            {text}
          </button>
        ))}
      </p>
    )
  return (
    <fieldset className="import-answers">
      <legend>Who is {name}?</legend>
      {answers.map(({ text, answer }) => (
        <div key={answer} className="staff-check">
          <input id={`${id}-${answer}`} type="radio" name={`answer-${line}`} value={answer} form={formId} />
          <label htmlFor={`${id}-${answer}`}>{text}</label>
        </div>
      ))}
    </fieldset>
  )
}

/** Checks the file again with the answers to its rows' questions, or without its wrong rows; for browsers without JavaScript. */
export function ImportQuestions({
  check: { counts, choices, rows },
  send,
}: {
  check: Extract<ImportCheck, { outcome: 'planned' }>
  send: (form: FormData) => void
}) {
  const id = useId()
  if (counts.asked + counts.wrong === 0) return null
  return (
    <form id={formId} action={send} className="staff-form">
      <input type="hidden" name="choices" value={JSON.stringify(choices)} />
      <FormField
        id={id}
        field={{ name: 'file', label: 'The same file, to check it again', type: 'file' }}
        problem={undefined}
      />
      {counts.asked > 0 && (
        <button type="submit" className="quiet">
          Check again with these answers
        </button>
      )}
      {counts.wrong > 0 && (
        <button type="submit" className="quiet" name="leftOut" value={rows.wrong.map(({ line }) => line).join(' ')}>
          Check again without the {counts.wrong === 1 ? 'wrong row' : `${counts.wrong} wrong rows`}
        </button>
      )}
    </form>
  )
}
