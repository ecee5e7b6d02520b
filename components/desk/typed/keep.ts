import type { Typed } from './fields'

/**
 * What somebody typed into a form and didn't save, over what the form `showed`, with its `hidden` fields of then, which
 * say what it was typed over. `resumes`: it is put back without asking.
 */
export type Kept = { at: number; typed: Typed; showed: Typed; hidden?: Typed; resumes: boolean }

const prefix = 'desk typed '
const keptMs = 7 * 86_400_000

/** Keeps what was typed in this browser, for one person. A browser that keeps nothing, or is full, keeps nothing. */
export function keepTyped(person: string, form: string, kept: Kept): void {
  try {
    window.localStorage.setItem(composeKey(person, form), JSON.stringify(kept))
  } catch {
    // The page still has it, and asks before it is left.
  }
}

/** What this person typed into a form and didn't save; null for nothing, or nothing of this week. */
export function findKept(person: string, form: string): Kept | null {
  try {
    const kept: Kept | null = JSON.parse(window.localStorage.getItem(composeKey(person, form)) ?? 'null')
    return kept && kept.at > Date.now() - keptMs ? kept : null
  } catch {
    return null
  }
}

export function forgetTyped(person: string, form: string): void {
  remove((key) => key === composeKey(person, form))
}

/** Erases everything that a person typed and didn't save; without one, what is too old. */
export function forgetAll(person: string | null): void {
  remove((key) => (person === null ? isOld(key) : key.startsWith(`${prefix}${person} `)))
}

function composeKey(person: string, form: string): string {
  return `${prefix}${person} ${form}`
}

function isOld(key: string): boolean {
  const at = /"at":(\d+)/.exec(window.localStorage.getItem(key) ?? '')?.[1]
  return Number(at ?? 0) < Date.now() - keptMs
}

function remove(matches: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(window.localStorage))
      if (key.startsWith(prefix) && matches(key)) window.localStorage.removeItem(key)
  } catch {
    // Nothing is kept here.
  }
}
