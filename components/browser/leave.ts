import { awayUrl } from '@/lib/campaign/model/quick-exit'
import { closeTab } from './tab-storage'
import { emptyFields, watchVisit } from './visit'

const pressesToLeave = 3
const quicklyMs = 1500

/**
 * Turns the quick exit, a plain link, into one that leaves nothing behind: neither what was typed, on the screen or in
 * storage, nor a way back here in the history. Escape pressed three times does the same.
 */
export function watchLeave(): void {
  watchVisit()
  const link = document.querySelector<HTMLAnchorElement>('a.leave')
  if (!link) return
  link.setAttribute('aria-label', 'Leave site, or press Escape three times')
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  let presses: number[] = []
  addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return // holding the key down counts once
    presses = key === 'Escape' ? [...presses, timeStamp].filter((at) => timeStamp - at < quicklyMs) : []
    if (presses.length >= pressesToLeave) leave()
  })
}

function leave() {
  document.body.hidden = true // immediately, however slowly the other site loads
  emptyFields()
  closeTab()
  try {
    localStorage.clear() // which MP was written to, while a report of it waits
  } catch {
    // Storage is switched off, so there is nothing to clear.
  }
  history.replaceState(null, '')
  // location.replace has no rel="noreferrer".
  document.head.append(Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' }))
  location.replace(awayUrl)
}
