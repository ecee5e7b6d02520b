/** Why a form can't be sent just now. */
export type Hindrance = 'signed-out' | 'someone-else' | 'offline'

/** Asks the server who is signed in. @param person who was, when the page opened @returns null when nothing is in the way */
export async function findHindrance(person: string): Promise<Hindrance | null> {
  try {
    const answer = await window.fetch('/staff/api/session', { cache: 'no-store' })
    if (!answer.ok) return null // the form itself will say what is wrong
    const { person: now }: { person: string | null } = await answer.json()
    return now === person ? null : now === null ? 'signed-out' : 'someone-else'
  } catch {
    return 'offline'
  }
}

/** Keeps a form from being sent, by the browser or by React. */
export function hold(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
