import 'server-only'

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
