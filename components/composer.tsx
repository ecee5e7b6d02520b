'use client'

import { useState } from 'react'
import type { Mp } from '@/lib/domain/seat'
import { composeCount } from '@/lib/domain/counts'
import type { Draft } from '@/lib/domain/hand-off'
import { EmailForm } from './email-form'
import { PostForm } from './post-form'
import type { Counts } from './use-hand-off'

type Props = { slug: string; mp: Mp; draft: Draft; counts: Counts }

/** The two messages to an MP, and how many have been opened so far. */
export function Composer({ slug, mp, draft, counts }: Props) {
  const [{ toMp, toAll }, setCounts] = useState(counts)
  return (
    <>
      <p className="count" role="status" data-count={toAll}>
        {composeCount(toMp, mp.name)} {toAll > toMp && composeCount(toAll, 'MPs')}
      </p>
      <p className="warning">
        Please do not name a child or describe a case, here or on social media. If a child needs help now, see{' '}
        <a href="#help-now">who to call</a>.
      </p>
      <PostForm slug={slug} mp={mp} draft={draft} onCounted={setCounts} />
      <EmailForm slug={slug} mp={mp} draft={draft} onCounted={setCounts} />
    </>
  )
}
