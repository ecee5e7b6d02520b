import { byId, moveTo, show, write } from './dom'
import { visitorVariables } from '@/lib/messages/model/template'
import { type Field, grow, type LetterForm, weave } from './form'
import { keep } from './keep'
import { forgetSent } from './sent'
import { forgetReplaced, labelReset, offerReplaced, readReplaced } from './replaced'

/** Clearing, starting a paragraph again, and undoing either. */
export function startClear(letter: LetterForm): void {
  const undos: (() => void)[] = []
  let hasTypedSince = false
  const clear = (fields: { field: Field; value: string }[], said: string, more: (() => void)[] = []) => {
    // Paragraphs that nobody edited follow the fields back by themselves.
    const before = fields
      .filter(({ field, value }) => field.value !== value)
      .map(({ field, value }) => ({ field, value: field.value, cleared: value }))
    set(letter, fields)
    keep(letter)
    undos.push(() => {
      const part = (field: Field) => letter.parts.find(({ area }) => area === field)
      const isTyped = ({ field, cleared }: (typeof before)[number]) =>
        field.value !== (part(field)?.was.value ?? cleared)
      const back = before.filter((each) => !isTyped(each))
      if (back.length < before.length) hasTypedSince = true
      set(letter, back)
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
    const what = hasTypedSince ? 'Everything is back, except where you’ve typed since.' : 'Everything is back.'
    write(byId('clear-status'), isAll ? what : 'That’s back. Press Undo again for what you cleared before that.')
    if (isAll) hasTypedSince = false
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
