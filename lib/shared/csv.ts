// Text that a spreadsheet would run as a formula, after any apostrophes of its own. Line feeds are included, as some
// programs convert carriage returns to them.
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

/**
 * Formats a CSV field (RFC 4180) that a spreadsheet shows but doesn’t run: text that starts like a formula is prefixed
 * with an apostrophe (OWASP, "CSV Injection").
 */
export function formatCsvField(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Formats a row of CSV (RFC 4180), with its line end; each field as `formatCsvField` does. */
export function formatCsvRow(fields: readonly string[]): string {
  return `${fields.map(formatCsvField).join(',')}\r\n`
}

/** Restores the text of a parsed CSV field that `formatCsvField` wrote, by removing the apostrophe. */
export function parseCsvField(field: string): string {
  return field.startsWith("'") && formula.test(field) ? field.slice(1) : field
}
