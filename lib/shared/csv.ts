// What a spreadsheet would run, behind any apostrophes that are the text’s own. A line feed is what some make of a return.
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

/**
 * One field of CSV (RFC 4180) that a spreadsheet will show and not run: text that begins like a
 * formula gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function formatCsvField(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text of a field that `formatCsvField` wrote, and that was read as CSV: without its apostrophe. */
export function parseCsvField(field: string): string {
  return field.startsWith("'") && formula.test(field) ? field.slice(1) : field
}
