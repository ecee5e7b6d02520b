/**
 * One field of CSV (RFC 4180) that a spreadsheet will show and not run: text that begins like a
 * formula gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function formatCsvField(text: string): string {
  const safe = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
