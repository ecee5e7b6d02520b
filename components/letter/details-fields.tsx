import { maxTextLength } from '@/lib/actions/model/hand-off'
import { type Details, detailFields } from '@/lib/messages/model/visitor-details'
import { TextArea } from '../forms/text-area'

type Props = { details: Details; setDetail: (field: keyof Details, value: string) => void; clear: () => void }

/** The sender's details, and two prompts for their own words. With JavaScript, none of it leaves the browser. */
export function DetailsFields({ details, setDetail, clear }: Props) {
  return (
    <fieldset className="details">
      <legend>About you</legend>
      <p>
        MPs answer the people who live in their constituency, so your email carries your name and address. We do not
        keep them: they go only to your MP.
      </p>
      {detailFields.map(({ field, label, hint, autoComplete, lines }) => {
        const shared = {
          id: field,
          name: field,
          autoComplete,
          maxLength: maxTextLength / 10,
          value: details[field],
          onChange: (event: { target: { value: string } }) => setDetail(field, event.target.value),
          'aria-describedby': hint ? `${field}-hint` : undefined,
        }
        return (
          <div key={field} className="field">
            <label htmlFor={field}>{label}</label>
            {hint && (
              <p className="hint" id={`${field}-hint`}>
                {hint}
              </p>
            )}
            {lines === 1 ? <input {...shared} /> : <TextArea rows={lines} {...shared} />}
          </div>
        )
      })}
      <button type="button" className="quiet needs-script" onClick={clear}>
        Clear my details
      </button>
    </fieldset>
  )
}
