'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import { sendChase } from '@/lib/letters/chase'
import { answerFollowUp } from '@/lib/letters/follow-up'
import type { ChaseState } from '@/lib/letters/model/chase'
import { readFollowUpLink } from '@/lib/letters/model/follow-up'

const text = z
  .string()
  .catch('')
  .transform((value) => value.replace(/\r\n?/g, '\n'))
const token = z.string().max(100).catch('')
const readForm = (form: unknown) => (form instanceof FormData ? Object.fromEntries(form) : {})

/** Records whether the MP replied; the page then shows what comes next. */
export async function submitReply(_previous: unknown, form: unknown): Promise<'limited'> {
  const fields = readForm(form)
  const link = readFollowUpLink(fields)
  const { address } = await readVisitor()
  const { outcome } = await answerFollowUp({ link, reply: fields.reply, address }, new Date())
  if (outcome === 'limited') return outcome
  redirect(`/letters/follow-up?${new URLSearchParams(link).toString()}`)
}

const chaseForm = z.object({ name: text, address: text, postcode: text, email: text, subject: text, body: text })

/** Has a letter that asks again sent, the same way as the first. */
export async function submitChase(_previous: unknown, form: unknown): Promise<ChaseState> {
  const fields = readForm(form)
  const { address } = await readVisitor()
  return sendChase({ token: token.parse(fields.token), values: chaseForm.parse(fields), address }, new Date())
}
