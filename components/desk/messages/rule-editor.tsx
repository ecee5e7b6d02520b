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
import { isSignedOut, SignedOutNote } from '../typed/signed-out'
import { FormAnswer } from './form-answer'
import { MessagePreview } from './message-preview'
import { RuleFieldsets } from './rule-fieldsets'
import { type SignedOut, useLivePreview } from './use-live-preview'

type Props = {
  action: (previous: RuleFormState, form: FormData) => Promise<RuleFormState>
  ask: (texts: Record<string, string>) => Promise<Preview | SignedOut>
  editing: RuleEditing
  /** Where its draft is checked and published; null while there is none. */
  publishHref?: string | null
}

/** A rule's form with the preview beside it. If someone else has saved first, it becomes a merge view. */
export function RuleEditor({ action, ask, editing, publishHref = null }: Props) {
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
      </div>
      <section className="rule-preview" aria-labelledby={`${id}-preview`}>
        <h2 id={`${id}-preview`}>Preview</h2>
        <FormField
          id={`${id}-previewSlug`}
          field={{
            name: 'previewSlug',
            label: 'As the MP of',
            hint: 'Type the first letters to find one.',
            type: 'select',
            value: values.previewSlug ?? '',
            options: [...seats]
              .sort((a, b) => Number(b.isFitting) - Number(a.isFitting))
              .map(({ slug, name, mp, isFitting }) => ({
                value: slug,
                text: `${name} – ${mp || 'vacant'}`,
                group: isFitting ? 'They get this message' : 'They get another',
              })),
          }}
          problem={undefined}
        />
        <button type="submit" name="do" value="preview" className="quiet needs-no-script">
          Show the preview
        </button>
        {isSignedOut(preview) ? (
          <SignedOutNote missing="there’s no preview" />
        ) : (
          preview && <MessagePreview preview={preview} />
        )}
      </section>
      <div className="rule-save">
        <button type="submit" name="do" value="save" aria-disabled={isPending}>
          Save as a draft
        </button>
        {publishHref !== null && <a href={publishHref}>Check and publish this draft</a>}
      </div>
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
