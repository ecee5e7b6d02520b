// Filters the wall of supporters as the visitor types. It never changes the URL.
import { composeWallCount } from '@/lib/supporters/model/wall'
import { createWallTest, type WallQuery } from '@/lib/supporters/model/wall-filter'
import { watchLeave } from './leave'

watchLeave()

const form = document.querySelector<HTMLFormElement>('#wall-form')
const count = document.getElementById('wall-count')
const none = document.getElementById('wall-none')
if (form && count && none) filterWith(form, count, none)

function filterWith(form: HTMLFormElement, count: HTMLElement, none: HTMLElement) {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-find]')]
  let isFiltered = false
  const filter = () => {
    const query = readQuery(form)
    const isEmpty = Object.values(query).every((value) => value === '')
    if (isEmpty && !isFiltered) return // as the page came
    isFiltered = !isEmpty
    const isMatch = createWallTest(query)
    let shown = 0
    for (const card of cards) {
      const { find = '', kind = '', party = '', nation = '' } = card.dataset
      card.hidden = !isMatch({ find, kind, party, nation })
      if (!card.hidden) shown++
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-find]:not([hidden])')
    const text = composeWallCount(shown, Number(count.dataset.all))
    if (count.textContent !== text) count.textContent = text // a screen reader would say it again
    none.hidden = shown > 0
  }
  const change = () => {
    filter()
    history.replaceState({ ...Object(history.state), wall: readQuery(form) }, '')
  }
  form.addEventListener('input', change)
  form.addEventListener('reset', () => setTimeout(change))
  form.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('pageshow', filter)
  restore(form)
}

/**
 * Puts the filter back when the visitor comes back to the page. It is kept with the page's history entry, which “Leave
 * site” empties: an URL would be in the browser's history and in our log.
 */
function restore(form: HTMLFormElement) {
  for (const [name, value] of Object.entries<unknown>(Object(Object(history.state).wall))) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = String(value)
  }
}

function readQuery(form: HTMLFormElement): Record<keyof WallQuery, string> {
  const typed = new FormData(form)
  const read = (name: string) => String(typed.get(name) ?? '')
  return { q: read('q'), kind: read('kind'), party: read('party'), nation: read('nation') }
}
