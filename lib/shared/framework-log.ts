import 'server-only'
import { log } from './log'

/**
 * Sends what Next writes to the console through our log, without what it quotes: an address, a
 * header or the body of a broken request may hold a postcode or a name.
 */
export function redirectConsole(): void {
  console.error = (...parts: unknown[]) => log.error({ parts: parts.map(describe) }, 'framework')
  console.warn = (...parts: unknown[]) => log.warn({ parts: parts.map(describe) }, 'framework')
}

/** An error as its name, code and places, a text without its quotations, nothing of anything else. */
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

// An apostrophe inside a word quotes nothing.
const quoted = /(["`“‘]|(?<!\w)')[^]*?(?:\1|[”’]|$)/g
const longest = 300

function withoutQuotations(text: string): string {
  return text.replace(quoted, '…').slice(0, longest)
}
