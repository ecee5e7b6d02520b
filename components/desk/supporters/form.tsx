'use client'

import { useActionState, useId, useRef, useState } from 'react'
import type { FoundMember } from '@/lib/members/model/found-member'
import { readDraft, type SupporterDraft } from '@/lib/supporters/model/draft'
import { composePreview, pickMember, type SupporterFormState, type SupporterSheet } from '@/lib/supporters/model/form'
import type { WallLogo } from '@/lib/supporters/model/supporter'
import { SupporterCard } from '../../wall/supporter-card'
import { MemberPicker } from './member-picker'
import { SupporterAnswer } from './answer'
import { SupporterButtons } from './buttons'
import { supporterMergeFields, supporterMergeSubmit } from './merge-fields'
import { SupporterFields } from './fields'
import { NewLogoFields } from './new-logo-fields'
import { MergeView } from '../merge-view'
import { useStaffAnswer } from '../use-answer'

type Props = {
  action: (previous: SupporterFormState, form: FormData) => Promise<SupporterFormState>
  askMembers: (kind: string, query: string) => Promise<FoundMember[] | { outcome: 'signed-out' } | null>
  id: number | null
  sheet: SupporterSheet
  status: string
  logo: WallLogo | null
  isDissolved: boolean
  isReadOnly: boolean
  mayPublish: boolean
}

/** A supporter's form beside their card. Without JavaScript the card only updates when a button is pressed. */
export function SupporterForm({
  action,
  askMembers,
  id,
  sheet,
  status,
  logo,
  isDissolved,
  isReadOnly,
  mayPublish,
}: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const { isScripted, scripted } = useStaffAnswer(state)
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  // What has been typed and picked since the last result, which contains everything before it.
  const [own, setOwn] = useState<{ at: SupporterFormState; draft: SupporterDraft; member: FoundMember | null } | null>(
    null,
  )

  if (state?.outcome === 'conflict')
    return (
      <MergeView
        conflict={state}
        fields={supporterMergeFields}
        submit={supporterMergeSubmit[state.rest.intent ?? ''] ?? 'Save what I chose'}
        send={send}
        isPending={isPending}
        scripted={scripted}
      />
    )
  const shown = state?.outcome === 'shown' ? state : null
  const given = shown ?? sheet
  const current = own?.at === state ? own : { at: state, draft: given.draft, member: given.member }
  const read = () =>
    readDraft(
      Object.fromEntries([...new FormData(form.current ?? undefined)].map(([name, value]) => [name, String(value)])),
    )
  function choose(member: FoundMember | null) {
    const draft = member ? pickMember(read(), member) : { ...read(), memberId: '' }
    for (const name of ['name', 'constituency'] as const) {
      const field = form.current?.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = draft[name]
    }
    setOwn({ at: state, draft, member })
  }
  const card = composePreview(current, logo)

  return (
    <form
      ref={form}
      action={send}
      className="staff-form supporter-form"
      noValidate
      onInput={() => setOwn({ at: state, draft: read(), member: current.member })}
    >
      {scripted}
      {id !== null && <input type="hidden" name="id" value={id} />}
      <input type="hidden" name="version" value={given.version} />
      <input type="hidden" name="seen" value={given.seen} />
      <input type="hidden" name="base" value={given.base} />
      <input type="hidden" name="memberId" value={current.draft.memberId} />
      {/* Without JavaScript, pressing Enter in a field activates the form's first submit button. */}
      <button
        type="submit"
        name="do"
        value="save"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        disabled={isReadOnly}
      />
      {shown && <SupporterAnswer shown={shown} formId={formId} />}
      <div className="supporter-editor">
        <fieldset disabled={isReadOnly}>
          <legend className="visually-hidden">Supporter</legend>
          <SupporterFields formId={formId} draft={given.draft} problems={shown?.problems ?? []}>
            <MemberPicker
              id={`${formId}-memberId`}
              kind={current.draft.kind}
              member={current.member}
              memberId={current.draft.memberId}
              search={shown?.search ?? ''}
              matches={shown?.matches ?? []}
              askMembers={askMembers}
              onChoose={choose}
            />
          </SupporterFields>
          {id === null && <NewLogoFields formId={formId} words={given.logoWords} problems={shown?.problems ?? []} />}
        </fieldset>
        <section className="supporter-preview" aria-label="Preview">
          <h2>How the card looks</h2>
          {card ? (
            <ul className={card.logo ? 'plates' : 'names'} role="list">
              <SupporterCard supporter={card} isDissolved={isDissolved} logoFolder="/staff/api/logos" />
            </ul>
          ) : (
            <p className="hint">The card is shown here once there is a name.</p>
          )}
          {!isScripted && !isReadOnly && (
            <button type="submit" name="do" value="preview" className="quiet">
              Preview
            </button>
          )}
        </section>
      </div>
      {!isReadOnly && (
        <SupporterButtons status={status} isNew={id === null} mayPublish={mayPublish} isPending={isPending} />
      )}
    </form>
  )
}
