'use client'

import { useActionState, useId, useRef } from 'react'
import type { Preview } from '@/lib/messages/model/measured'
import type { RuleEditing, SeatChoice } from '@/lib/messages/model/rule-views'
import type { RuleFormState } from '@/lib/messages/model/rule-form'
import { ruleFieldWords, describeRuleField } from '@/lib/messages/words'
import { formatFields } from '@/lib/shared/model/conflict'
import { FormField } from '../form-field'
import { type MergeField, MergeView } from '../merge-view'
import { useStaffAnswer } from '../use-answer'
import { FormAnswer } from './form-answer'
import { MessagePreview } from './message-preview'
import { RuleFieldsets } from './rule-fieldsets'
import { useLivePreview } from './use-live-preview'

type Props = {
  action: (previous: RuleFormState, form: FormData) => Promise<RuleFormState>
  ask: (texts: Record<string, string>) => Promise<Preview>
  editing: RuleEditing
}

/** A rule's form with the preview beside it. If someone else has saved first, it becomes a merge view. */
export function RuleEditor({ action, ask, editing }: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const { scripted } = useStaffAnswer(state)
  const form = useRef<HTMLFormElement>(null)
  const live = useLivePreview(form, ask, state)
  const id = useId()
  if (state?.outcome === 'conflict')
    return (
      <MergeView
        conflict={state}
        fields={listMergeFields(editing.seats)}
        submit="Save what I chose as the draft"
        send={send}
        isPending={isPending}
        scripted={scripted}
      />
    )
  const { fields, previewSlug, seats } = editing
  const begun = { ...fields, id: editing.id, version: editing.version, base: formatFields(fields), previewSlug }
  const values: Record<string, string> = { ...begun, ...(state && 'values' in state ? state.values : {}) }
  const problems = state?.outcome === 'refused' ? state.problems : []
  const preview = live ?? (state?.outcome === 'shown' ? state.preview : null)

  return (
    <form ref={form} action={send} className="staff-form rule-form" noValidate>
      {scripted}
      {['id', 'version', 'base'].map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
      <FormAnswer state={state} id={id} />
      <div className="rule-write">
        <RuleFieldsets id={id} values={values} editing={editing} problems={problems} />
        <button type="submit" name="do" value="save" aria-disabled={isPending}>
          Save as a draft
        </button>
      </div>
      <section className="rule-preview" aria-labelledby={`${id}-preview`}>
        <h2 id={`${id}-preview`}>Preview</h2>
        <FormField
          id={`${id}-previewSlug`}
          field={{
            name: 'previewSlug',
            label: 'As the MP of',
            type: 'select',
            value: values.previewSlug ?? '',
            options: seats.map(({ slug, name, mp }) => ({ value: slug, text: `${name} – ${mp || 'vacant'}` })),
          }}
          problem={undefined}
        />
        <button type="submit" name="do" value="preview" className="quiet needs-no-script">
          Show the preview
        </button>
        {preview && <MessagePreview preview={preview} />}
      </section>
    </form>
  )
}

function listMergeFields(seats: SeatChoice[]): MergeField[] {
  const nameSeat = (code: string) => seats.find((seat) => seat.code === code)?.name ?? code
  return Object.entries(ruleFieldWords).map(([name, label]) => ({
    name,
    label,
    describe: (text) => describeRuleField(name, text, nameSeat),
  }))
}
