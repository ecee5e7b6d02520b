import 'server-only'
import { redirect } from 'next/navigation'

/** A form’s text fields, without the ones React adds. */
export function readFields(form: unknown): Record<string, string> {
  const entries = form instanceof FormData ? [...form] : []
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$')),
  )
}

/** The bytes of a form’s file; null if none was chosen. */
export async function readFile(form: unknown, name: string): Promise<Uint8Array | null> {
  const file = form instanceof FormData ? form.get(name) : null
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null
}

/**
 * Ends an action by opening another page. With JavaScript the browser navigates itself, because a redirect would make
 * Next render the page a second time and lose keyboard focus.
 */
export function openPage(href: string, fields: Record<string, string>): { outcome: 'ready'; href: string } {
  if (fields.scripted) return { outcome: 'ready', href }
  redirect(href)
}
