// Filters the wall of supporters as the visitor types. It never changes the URL.
import { composeWallCount } from '@/lib/supporters/model/wall'
import { createWallTest } from '@/lib/supporters/model/wall-filter'
import { watchLeave } from './leave'

watchLeave()

const form = document.querySelector<HTMLFormElement>('#wall-form')
const count = document.getElementById('wall-count')
const none = document.getElementById('wall-none')
if (form && count && none) filterWith(form, count, none)

function filterWith(form: HTMLFormElement, count: HTMLElement, none: HTMLElement) {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-find]')]
  const filter = () => {
    const typed = new FormData(form)
    const read = (name: string) => String(typed.get(name) ?? '')
    const isMatch = createWallTest({ q: read('q'), kind: read('kind'), party: read('party'), nation: read('nation') })
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
  form.addEventListener('input', filter)
  form.addEventListener('reset', () => setTimeout(filter))
  form.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('pageshow', filter)
}
