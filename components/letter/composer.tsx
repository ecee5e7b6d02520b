'use client'

import { type ReactNode, useActionState, useLayoutEffect, useRef } from 'react'
import { composePageCount } from '@/lib/actions/model/counts'
import { type HandOffState, isText } from '@/lib/actions/model/hand-off'
import type { Message } from '@/lib/messages/model/message'
import type { PageCounts } from '@/lib/actions/model/public-counts'
import type { Mp } from '@/lib/members/model/seat'
import { isDetail } from '@/lib/messages/model/visitor-details'
import { ComposedText } from './composed-text'
import { CountNote } from '../site/count-note'
import { EmailSection } from './email-section'
import { InviteFriends } from './invite-friends'
import { Letter } from './letter'
import { NextStep } from '../site/next-step'
import { PostSection } from './post-section'
import { Progress } from '../site/progress'
import { useReportOutcome } from './report-queue'
import { Thanks } from './thanks'
import { useDraft } from './use-draft'
import { useHandOff } from './use-hand-off'
import { useSteps } from './use-steps'

type Props = {
  slug: string
  mp: Mp
  isSupporter: boolean
  message: Message
  /** null when the database is unavailable */
  counts: PageCounts | null
  siteUrl: string
  handOff: (previous: HandOffState, form: FormData) => Promise<HandOffState>
  /** The MP, between the progress and the messages. */
  children: ReactNode
}

/** Both messages to an MP in one form, so that a response without JavaScript preserves both texts. */
export function Composer({ slug, mp, isSupporter, message, counts, siteUrl, handOff, children }: Props) {
  const [state, submit] = useActionState(handOff, null)
  const { details, draft, isPersonal, isBodyOwn, setDetail, setText, clear } = useDraft(
    slug,
    message,
    state ?? undefined,
  )
  const { steps, isDone, setStep } = useSteps(slug, state)
  const { onSubmit, onTouch, copy, copied, isNudged, confirm } = useHandOff({
    slug,
    reach: mp,
    draft,
    isPersonal,
    steps,
    setStep,
  })
  const form = useRef<HTMLFormElement>(null)
  const setters = useRef({ setText, setDetail })
  // Also pick up what the visitor typed before hydration, or the browser restored.
  useLayoutEffect(() => {
    for (const field of form.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[id], textarea') ??
      []) {
      if (field.value === field.defaultValue) continue
      if (isText(field.name)) setters.current.setText(field.name, field.value)
      else if (isDetail(field.name)) setters.current.setDetail(field.name, field.value)
    }
  }, [])
  const section = { mp, isSupporter, draft, setText, copy, copied }
  const next = <NextStep isDone={isDone} />

  return (
    <>
      <Progress isDone={{ postcode: true, ...isDone }} />
      {children}
      <ComposedText state={state} next={next} />
      <p className="lead">
        {isSupporter
          ? `Say thank you to ${mp.name}, once in public and once by email, and ask them to take this further.`
          : `Ask ${mp.name} twice: with a post that everyone can see, and with an email that their office answers.`}
      </p>
      <p className="warning">
        Please do not name a child or describe a case, here or on social media. If a child needs help now, see{' '}
        <a href="#help-now">who to call</a>.
      </p>
      <form
        ref={form}
        action={submit}
        onSubmit={onSubmit}
        onFocus={onTouch}
        onPointerDown={onTouch}
        onKeyDown={onTouch}
      >
        {/* Pressing Enter in a field activates the form's first submit button: this one, which does nothing. */}
        <button type="submit" disabled hidden />
        <input type="hidden" name="slug" value={slug} />
        <PostSection {...section}>
          <Thanks step="post" state={steps.post} confirm={confirm}>
            {!isDone.email && next}
          </Thanks>
        </PostSection>
        <EmailSection {...section} {...{ details, setDetail, clear, isBodyOwn, isNudged }}>
          <Thanks step="email" state={steps.email} confirm={confirm}>
            {next}
          </Thanks>
        </EmailSection>
      </form>
      <CountNote count={useReportOutcome(slug)} />
      {(isDone.post || isDone.email) && <InviteFriends siteUrl={siteUrl} />}
      {counts && <Counts counts={counts} name={mp.name} />}
      <Letter name={mp.name} draft={draft} isShown={state?.outcome === 'composed' && state.target === 'letter'} />
    </>
  )
}

function Counts({ counts, name }: { counts: PageCounts; name: string }) {
  const { toMp, toAll, asOf } = composePageCount(counts, name)
  return (
    <div className="count" data-count={counts.all.opened}>
      {toMp && <p>{toMp}</p>}
      <p>{toAll}</p>
      <p className="fine">{asOf}</p>
    </div>
  )
}
