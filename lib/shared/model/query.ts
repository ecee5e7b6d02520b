/** A URL query string, without the question mark or empty fields. */
export function composeQuery(fields: Record<string, string>): string {
  return new URLSearchParams(Object.entries(fields).filter(([, value]) => value)).toString()
}
