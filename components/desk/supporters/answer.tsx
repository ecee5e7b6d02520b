import type { ShownSupporterForm } from '@/lib/supporters/model/form'
import { AnswerBox } from '../answer-box'

type Props = { shown: ShownSupporterForm; formId: string }

/** The form's result: its problems, or possible duplicates. */
export function SupporterAnswer({ shown, formId }: Props) {
  const { isProblem, message, problems, duplicates, mayAccept } = shown
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
    </AnswerBox>
  )
}
