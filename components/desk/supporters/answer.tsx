import { supporterWords } from '@/lib/supporters/model/draft'
import type { ShownSupporterForm } from '@/lib/supporters/model/form'
import { AnswerBox } from '../answer-box'

type Props = { shown: ShownSupporterForm; formId: string }

/** What the form was answered: what is wrong, who may be the same, or what somebody else has saved. */
export function SupporterAnswer({ shown, formId }: Props) {
  const { isProblem, message, problems, duplicates, mayAccept, changes, clashes } = shown
  return (
    <AnswerBox
      of={shown}
      outcome={isProblem ? 'refused' : 'done'}
      message={message}
      problems={problems}
      formId={formId}
    >
      {duplicates.length > 0 && (
        <>
          <ul>
            {duplicates.map(({ id, text }) => (
              <li key={id}>
                <a href={`/staff/supporters/${id}`} target="_blank" rel="noopener">
                  {text}
                </a>{' '}
                (opens in a new tab)
              </li>
            ))}
          </ul>
          {mayAccept && (
            <div className="staff-check">
              <input id={`${formId}-accept`} type="checkbox" name="accept" value="yes" />
              <label htmlFor={`${formId}-accept`}>It is somebody else: save all the same</label>
            </div>
          )}
        </>
      )}
      {changes.length > 0 && (
        <ul>
          {changes.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      )}
      {clashes.map(({ field, theirs }) => (
        <p key={field}>
          You both changed the {supporterWords[field]}. Yours is in the form; theirs is:{' '}
          {theirs === '' ? '(empty)' : <q>{theirs}</q>}
        </p>
      ))}
    </AnswerBox>
  )
}
