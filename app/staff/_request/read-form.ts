import 'server-only'
import { redirect } from 'next/navigation'

/** The fields of a form as texts, without those that React adds. */
export function readFields(form: unknown): Record<string, string> {
  const entries = form instanceof FormData ? [...form] : []
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$')),
  )
}

/** The bytes of a file that was chosen in a form; null when none was. */
export async function readFile(form: unknown, name: string): Promise<Uint8Array | null> {
  const file = form instanceof FormData ? form.get(name) : null
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null
}

/**
 * Ends an action that leads to another page. Where there is JavaScript the browser opens it itself: for
 * a redirect, Next would render the page a second time and leave the keyboard's focus nowhere.
 */
export function openPage(href: string, fields: Record<string, string>): { outcome: 'ready'; href: string } {
  if (fields.scripted) return { outcome: 'ready', href }
  redirect(href)
}
