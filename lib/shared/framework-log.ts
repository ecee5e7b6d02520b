import 'server-only'
import { log } from './log'

/**
 * Redirects Next’s console output to our log, without anything it quotes: an address, a header or the body of a
 * malformed request may contain a postcode or a name.
 */
export function redirectConsole(): void {
  console.error = (...parts: unknown[]) => log.error({ parts: parts.map(describe) }, 'framework')
  console.warn = (...parts: unknown[]) => log.warn({ parts: parts.map(describe) }, 'framework')
}

/** What is safe to log: an error’s name, code and stack, a string without its quotations, or else only the type. */
export function describe(part: unknown): unknown {
  if (part instanceof Error) {
    const { name, message, stack = '' } = part
    const [code, digest] = ['code', 'digest'].map((key) => Reflect.get(part, key))
    const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
    return {
      name,
      message: withoutQuotations(message),
      code,
      digest,
      places: places.slice(0, 10).map((line) => line.trim()),
    }
  }
  return typeof part === 'string' ? withoutQuotations(part) : typeof part
}

// An apostrophe inside a word isn’t a quotation mark.
const quoted = /(["`“‘]|(?<!\w)')[^]*?(?:\1|[”’]|$)/g
const maxLength = 300

function withoutQuotations(text: string): string {
  return text.replace(quoted, '…').slice(0, maxLength)
}
