import 'server-only'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { StaffFormState } from '@/lib/domain/staff-form'

const texts = z.record(z.string(), z.string()).catch({})

/** The fields of a form as texts, without those that React adds. */
export function readFields(form: unknown): Record<string, string> {
  return form instanceof FormData ? texts.parse(Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')))) : {}
}

/**
 * Ends an action that leads to another page. Where there is JavaScript the browser opens it itself: for
 * a redirect, Next would render the page a second time and leave the keyboard's focus nowhere.
 */
export function openPage(href: string, fields: Record<string, string>): StaffFormState {
  if (fields.scripted) return { outcome: 'ready', href }
  redirect(href)
}
