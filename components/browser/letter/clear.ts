import { byId, moveTo, show, write } from './dom'
import { visitorVariables } from '@/lib/messages/model/template'
import { type Field, grow, type LetterForm, weave } from './form'
import { keep } from './keep'
import { forgetSent } from './sent'
import { forgetReplaced, labelReset, offerReplaced, readReplaced } from './replaced'

/** Clearing, starting a paragraph again, and undoing either. */
export function startClear(letter: LetterForm): void {
  const undos: (() => void)[] = []
  const clear = (fields: { field: Field; value: string }[], said: string, more: (() => void)[] = []) => {
    const before = fields.map(({ field }) => ({ field, value: field.value }))
    set(letter, fields)
    keep(letter)
    undos.push(() => {
      set(letter, before)
      for (const undo of more) undo()
      keep(letter)
    })
    write(byId('clear-status'), said)
    show(byId('undo-clear'), true)
  }
  letter.form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-clear], [data-reset]') : null
    if (button?.dataset.reset) return startAgain(letter, button)
    const details = visitorVariables.map((name) => ({ field: letter.field(name), value: '' }))
    // The parts with these details as well, where they were edited: nobody's name stays behind in a signature.
    const withDetails = letter.parts.filter(({ part }) =>
      part.template.some((each) => 'variable' in each && visitorVariables.some((name) => name === each.variable)),
    )
    if (button?.dataset.clear === 'details')
      clear(
        [...details, ...withDetails.map(({ area, was }) => ({ field: area, value: was.value }))],
        'Cleared your name, address, postcode and own words, in the letter too. Other parts that you edited stay as they are.',
      )
    if (button?.dataset.clear === 'all') {
      const replaced = letter.parts.flatMap((part) => {
        const text = readReplaced(part)
        return text === null ? [] : [() => offerReplaced(part, text)]
      })
      letter.parts.forEach(forgetReplaced)
      const undoSent = forgetSent(letter)
      clear(
        [
          ...details,
          ...['post', 'subject'].map((name) => ({
            field: letter.field(name),
            value: letter.field(name).dataset.was ?? '',
          })),
          ...letter.parts.map(({ area, was }) => ({ field: area, value: was.value })),
        ],
        'Cleared everything you typed on this page.',
        [...replaced, undoSent],
      )
    }
  })
  byId('undo-clear').addEventListener('click', () => {
    undos.pop()?.()
    const isAll = undos.length === 0
    write(
      byId('clear-status'),
      isAll ? 'Everything is back.' : 'That’s back. Undo once more for what you cleared before it.',
    )
    show(byId('undo-clear'), !isAll)
    moveTo(byId('clear-status'))
  })
}

function set(letter: LetterForm, fields: { field: Field; value: string }[]): void {
  for (const { field, value } of fields) {
    field.value = value
    if (field instanceof HTMLTextAreaElement) grow(field)
  }
  weave(letter)
}

/** The first press asks, the second replaces the paragraph with ours, a third brings the visitor's back. */
function startAgain(letter: LetterForm, button: HTMLElement): void {
  const part = letter.parts[Number(button.dataset.reset)]
  if (!part) return
  const replaced = readReplaced(part)
  if (replaced !== null) {
    part.area.value = replaced
    forgetReplaced(part)
  } else if (button.dataset.state === 'ask') {
    offerReplaced(part, part.area.value)
    part.area.value = part.was.value
  } else labelReset(button, 'ask', 'Replace what you wrote with our text?')
  grow(part.area)
  weave(letter)
  keep(letter)
}
