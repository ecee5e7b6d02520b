/** The query of an address, without a question mark and without what is empty. */
export function composeQuery(fields: Record<string, string>): string {
  return new URLSearchParams(Object.entries(fields).filter(([, value]) => value)).toString()
}
