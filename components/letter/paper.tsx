import { maxTextLength } from '@/lib/actions/model/hand-off'
import type { Typed } from '@/lib/actions/model/typed'
import type { LetterPart, PartRole } from '@/lib/messages/model/letter'
import type { Mp } from '@/lib/members/model/seat'

const labels: Record<PartRole, string> = {
  greeting: 'Greeting',
  'own-words': 'Your own words',
  text: 'Paragraph',
  signature: 'Signature',
}

/** The letter, paragraph by paragraph. Each can be edited; those that weren’t follow the fields. */
export function Paper({ mp, typed, parts }: { mp: Mp; typed: Typed; parts: LetterPart[] }) {
  return (
    <div className="paper">
      <p className="paper-to">
        <strong>To:</strong>{' '}
        {mp.email ?? `${mp.name} MP, House of Commons, London SW1A 0AA. Parliament lists no email address.`}
      </p>
      <label htmlFor="subject">Subject</label>
      <input
        id="subject"
        name="subject"
        autoComplete="off"
        maxLength={maxTextLength}
        defaultValue={typed.subject}
        data-was={typed.subject}
      />
      <p className="hint" id="paper-hint">
        This is what your MP will read. Change any part of it.
      </p>
      {typed.parts.map(({ text, was }, index) => {
        const { role, template } = parts[index] ?? { role: 'text' as const, template: [] }
        const id = `part${index}`
        return (
          <div key={id} className="part" data-role={role} data-part={index} data-template={JSON.stringify(template)}>
            <label className="visually-hidden" htmlFor={id}>
              {role === 'text' ? `${labels.text} ${index + 1}` : labels[role]} of your letter
            </label>
            <textarea
              id={id}
              name={id}
              autoComplete="off"
              rows={estimateRows(text)}
              maxLength={maxTextLength}
              defaultValue={text}
              aria-describedby="paper-hint"
            />
            <input type="hidden" name={`was${index}`} defaultValue={was} />
            {role === 'signature' && (
              <p id="signature-note" className="hint" role="status" hidden>
                You wrote this part yourself, so your name, address and postcode aren’t added to it.
              </p>
            )}
            <button type="button" className="link part-reset" data-reset={index} hidden>
              Start this part again
            </button>
          </div>
        )
      })}
    </div>
  )
}

// For browsers without `field-sizing`, before the script measures.
function estimateRows(text: string): number {
  return text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 48)), 0)
}
