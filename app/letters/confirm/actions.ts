'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import { cancelSending, confirmSending } from '@/lib/letters/confirm'
import type { ConfirmState } from '@/lib/letters/model/confirm'

const shape = z.object({
  token: z.string().max(100).catch(''),
  press: z.enum(['confirm', 'cancel']).catch('confirm'),
  subject: z.string().catch(''),
  body: z.string().catch(''),
})

/** Confirms a letter with what was changed in it, or cancels and erases it. Both end on the page of the link again. */
export async function submitConfirm(_previous: unknown, form: unknown): Promise<ConfirmState> {
  const { token, press, subject, body } = shape.parse(form instanceof FormData ? Object.fromEntries(form) : {})
  const { address } = await readVisitor()
  if (press === 'cancel') {
    const { outcome } = await cancelSending(token, address)
    if (outcome === 'limited') return { outcome, subject, body }
    redirect(`/letters/confirm?${outcome === 'cancelled' ? 'done=cancelled' : `token=${encodeURIComponent(token)}`}`)
  }
  const answer = await confirmSending({ token, subject, body, address, now: new Date() })
  switch (answer.outcome) {
    case 'refused':
      return answer
    case 'too-soon':
    case 'limited':
      return { outcome: answer.outcome, subject, body }
    case 'confirmed':
    case 'gone':
      redirect(`/letters/confirm?token=${encodeURIComponent(token)}`)
  }
}
