/*
 * Postcodes that an input may stand for beyond O for 0 and I for 1: l for 1, S for 5, B for 8, Z for 2 and G for 6, and
 * the other way round. Only for the server, which knows the postcodes that exist: a repair counts where just one does.
 */
import { shapes } from './form'

const digits: Partial<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
  G: '6',
}
const letters: Partial<Record<string, string>> = { 0: 'OD', 1: 'IL', 5: 'S', 8: 'B', 2: 'Z', 6: 'G' }
const mostReadings = 64

/**
 * The well-formed postcodes that differ from an input in such characters only, without a space.
 * @param compact letters and digits in upper case, at least one of each; anything else has none
 */
export function listWiderReadings(compact: string): string[] {
  if (!/\d/.test(compact) || !/[A-Z]/.test(compact)) return []
  const readings = new Set<string>()
  for (const shape of shapes) {
    if (shape.length !== compact.length) continue
    for (const reading of expand(compact, shape)) readings.add(reading)
  }
  readings.delete(compact)
  return readings.size > mostReadings ? [] : [...readings]
}

/** The outcodes that an input may stand for. */
export function listOutcodeReadings(compact: string): string[] {
  const readings = new Set<string>()
  for (const shape of shapes) {
    const outcode = shape.slice(0, -3)
    if (outcode.length === compact.length) for (const reading of expand(compact, outcode)) readings.add(reading)
  }
  return [...readings]
}

function expand(compact: string, shape: string): string[] {
  let readings = ['']
  for (const [position, wanted] of [...shape].entries()) {
    const options = list(compact.charAt(position), wanted === '9')
    readings = readings.flatMap((reading) => options.map((option) => reading + option))
    if (readings.length === 0 || readings.length > mostReadings) return []
  }
  return readings
}

function list(character: string, wantsDigit: boolean): string[] {
  const isDigit = /\d/.test(character)
  if (isDigit === wantsDigit) return [character]
  return [...((wantsDigit ? digits : letters)[character] ?? '')]
}
