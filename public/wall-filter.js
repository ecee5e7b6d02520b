// Filters the wall of supporters like lib/supporters/model/wall-filter.ts. It never changes the URL.
export const words = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['‘’ʼ`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

export const matches = (card, { q, ...rest }) =>
  words(q).every((word) => card.find.includes(` ${word}`)) &&
  Object.keys(rest).every((name) => !rest[name] || rest[name] === card[name])

const start = (form, count, none) => {
  const cards = [...document.querySelectorAll('[data-find]')]
  const filter = () => {
    const query = Object.fromEntries(new FormData(form))
    let shown = 0
    for (const card of cards) shown += !(card.hidden = !matches(card.dataset, query))
    for (const group of document.querySelectorAll('[data-group]'))
      group.hidden = !group.querySelector('[data-find]:not([hidden])')
    const { all } = count.dataset
    const text = `${shown < all ? `${shown} of ` : ''}${all} supporter${all === '1' ? '' : 's'}`
    if (count.textContent !== text) count.textContent = text
    none.hidden = shown > 0
  }
  form.addEventListener('input', filter)
  form.addEventListener('reset', () => setTimeout(filter))
  form.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('pageshow', filter)
}

if (globalThis.document) start(...['form', 'count', 'none'].map((name) => document.getElementById(`wall-${name}`)))
