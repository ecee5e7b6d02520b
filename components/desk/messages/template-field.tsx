'use client'

import { variableWords } from '@/lib/messages/words'
import type { StaffField } from '@/lib/shared/model/form'
import type { Variable } from '@/lib/messages/model/template'
import { FormField } from '../form-field'

type Props = { id: string; field: StaffField; problem: string | undefined; variables: readonly Variable[] }

/** A template, and the fields it can contain: buttons that insert them or, without JavaScript, texts to copy. */
export function TemplateField({ id, field, problem, variables }: Props) {
  return (
    <div className="template-field">
      <FormField id={id} field={field} problem={problem} />
      <div className="chips needs-script" role="group" aria-label={`Put into “${field.label}”`}>
        {variables.map((name) => (
          <button key={name} type="button" className="chip" title={`{${name}}`} onClick={() => insert(id, `{${name}}`)}>
            {variableWords[name]}
          </button>
        ))}
      </div>
      <p className="hint needs-no-script">
        You can write{' '}
        {variables.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <code>{`{${name}}`}</code> ({variableWords[name]})
          </span>
        ))}
        .
      </p>
    </div>
  )
}

/** Inserts a text at the caret's current or last position, replacing any selection. */
function insert(id: string, text: string) {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  field.focus()
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
