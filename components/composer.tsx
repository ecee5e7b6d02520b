'use client'

import { useActionState, useState } from 'react'
import { composeCount } from '@/lib/domain/counts'
import type { Draft, HandOffState } from '@/lib/domain/hand-off'
import type { Mp } from '@/lib/domain/seat'
import { ComposedText } from './composed-text'
import { EmailSection } from './email-section'
import { PostSection } from './post-section'
import { type Counts, type Report, useHandOff } from './use-hand-off'

type Props = {
  slug: string
  mp: Mp
  draft: Draft
  counts: Counts
  handOff: (previous: HandOffState, form: FormData) => Promise<HandOffState>
  report: Report
}

/** The two messages to an MP in one form, so that an answer without JavaScript keeps both texts. */
export function Composer({ slug, mp, draft, counts, handOff, report }: Props) {
  const [{ toMp, toAll }, setCounts] = useState(counts)
  const [state, submit] = useActionState(handOff, null)
  const { onSubmit, copy, copied } = useHandOff({ slug, reach: mp, report, onCounted: setCounts })
  const current = state?.draft ?? draft
  const section = { mp, draft: current, copy, copied }

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
      <form action={submit} onSubmit={onSubmit}>
        {/* Enter in the subject would press the first button of the form: this one, which does nothing. */}
        <button type="submit" disabled hidden />
        <input type="hidden" name="slug" value={slug} />
        <PostSection {...section} />
        <EmailSection {...section} />
      </form>
    </>
  )
}
