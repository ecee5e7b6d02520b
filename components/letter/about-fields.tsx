import { maxTextLength } from '@/lib/actions/model/hand-off'
import { type Details, detailFields } from '@/lib/messages/model/visitor-details'
import { reasonBeginnings } from '@/lib/messages/model/reasons'

/** Who the visitor is, and what they want to say in their own words. */
export function AboutFields({ details }: { details: Details }) {
  return (
    <>
      {detailFields.map(({ field, label, hint, autoComplete, lines }) => {
        const shared = {
          id: field,
          name: field,
          autoComplete,
          maxLength: maxTextLength,
          defaultValue: details[field],
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
            {field === 'why_it_matters' && <Beginnings />}
            {lines === 1 ? <input {...shared} /> : <textarea rows={lines} {...shared} />}
          </div>
        )
      })}
      <p id="own-words-note" className="hint" role="status" hidden>
        You wrote that paragraph of the letter yourself, so what you type here isn’t added. “Start this part again” in
        the letter brings it back.
      </p>
    </>
  )
}

function Beginnings() {
  return (
    <p className="beginnings" role="group" aria-label="Ways to begin a sentence" data-needs-script hidden>
      {reasonBeginnings.map((text) => (
        <button key={text} type="button" className="quiet" data-begin={text}>
          {text.trim()}…
        </button>
      ))}
    </p>
  )
}
