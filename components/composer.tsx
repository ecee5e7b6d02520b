'use client'

import { useActionState, useLayoutEffect, useRef, useState } from 'react'
import { composeCount } from '@/lib/domain/counts'
import { type HandOffState, isText } from '@/lib/domain/hand-off'
import type { Message } from '@/lib/domain/message'
import type { Mp } from '@/lib/domain/seat'
import { isDetail } from '@/lib/domain/visitor-details'
import { ComposedText } from './composed-text'
import { EmailSection } from './email-section'
import { Letter } from './letter'
import { PostSection } from './post-section'
import { SentQuestion } from './sent-question'
import { useDraft } from './use-draft'
import { type Counts, type Report, useHandOff } from './use-hand-off'

type Props = {
  slug: string
  mp: Mp
  message: Message
  counts: Counts
  handOff: (previous: HandOffState, form: FormData) => Promise<HandOffState>
  report: Report
}

/** The two messages to an MP in one form, so that an answer without JavaScript keeps both texts. */
export function Composer({ slug, mp, message, counts, handOff, report }: Props) {
  const [{ toMp, toAll }, setCounts] = useState(counts)
  const [state, submit] = useActionState(handOff, null)
  const { details, draft, isPersonal, isBodyOwn, setDetail, setText, clear } = useDraft(slug, message, state ?? undefined)
  const { onSubmit, copy, copied, opened, isNudged, confirm } = useHandOff({
    slug,
    reach: mp,
    draft,
    isPersonal,
    report,
    onCounted: setCounts,
  })
  const form = useRef<HTMLFormElement>(null)
  const setters = useRef({ setText, setDetail })
  // What somebody typed before the script arrived, or the browser restored, is theirs too.
  useLayoutEffect(() => {
    for (const field of form.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[id], textarea') ?? []) {
      if (field.value === field.defaultValue) continue
      if (isText(field.name)) setters.current.setText(field.name, field.value)
      else if (isDetail(field.name)) setters.current.setDetail(field.name, field.value)
    }
  }, [])
  const section = { mp, draft, setText, copy, copied }

  return (
    <>
      <ComposedText state={state} />
      <p className="count" role="status" data-count={toAll}>
        {composeCount(toMp, mp.name)} {toAll > toMp && composeCount(toAll, 'MPs')}
      </p>
      <p className="warning">
        Please do not name a child or describe a case, here or on social media. If a child needs help now, see{' '}
        <a href="#help-now">who to call</a>.
      </p>
      <form ref={form} action={submit} onSubmit={onSubmit}>
        {/* Enter in a field would press the first button of the form: this one, which does nothing. */}
        <button type="submit" disabled hidden />
        <input type="hidden" name="slug" value={slug} />
        <PostSection {...section} />
        <EmailSection {...section} {...{ details, setDetail, clear, isBodyOwn, isNudged }} />
        <SentQuestion opened={opened} confirm={confirm} />
      </form>
      <Letter name={mp.name} draft={draft} isShown={state?.outcome === 'composed' && state.target === 'letter'} />
    </>
  )
}
