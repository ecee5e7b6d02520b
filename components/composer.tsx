'use client'

import { useActionState, useState } from 'react'
import { type HandOffState, submitHandOff } from '@/app/take-action/[slug]/actions'
import { composeCount } from '@/lib/domain/counts'
import type { Draft } from '@/lib/domain/hand-off'
import type { Mp } from '@/lib/domain/seat'
import { EmailSection } from './email-section'
import { PostSection } from './post-section'
import { type Counts, useHandOff } from './use-hand-off'

type Props = { slug: string; mp: Mp; draft: Draft; counts: Counts }

/** The two messages to an MP in one form, so that an answer without JavaScript keeps both texts. */
export function Composer({ slug, mp, draft, counts }: Props) {
  const [{ toMp, toAll }, setCounts] = useState(counts)
  const [state, submit] = useActionState<HandOffState, FormData>(submitHandOff, null)
  const { onSubmit, copy, copied } = useHandOff(slug, mp, setCounts)
  const current = state?.outcome === 'composed' ? state.draft : draft
  const section = { mp, draft: current, state, copy, copied }

  return (
    <>
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
        {state?.outcome === 'invalid' && (
          <p className="summary" data-outcome="refused">
            We could not open that. Shorten the text if it is very long, and try again.
          </p>
        )}
        <PostSection {...section} />
        <EmailSection {...section} />
      </form>
    </>
  )
}
