import { write } from './dom'
import type { PartField } from './form'

/** What a paragraph's own text was replaced with ours for; null when nothing can be brought back. */
export function readReplaced({ reset }: PartField): string | null {
  return reset?.dataset.state === 'undo' ? (reset.dataset.text ?? null) : null
}

/** Has the paragraph's button bring the visitor's text back. */
export function offerReplaced({ reset }: PartField, text: string): void {
  if (!reset) return
  reset.dataset.text = text
  labelReset(reset, 'undo', 'Undo: bring my text back')
}

/** Makes the button what it is before anything was replaced, and forgets the visitor's text. */
export function forgetReplaced({ reset }: PartField): void {
  if (!reset) return
  delete reset.dataset.text
  labelReset(reset, '', 'Start this part again')
}

/** Says what the next press does. */
export function labelReset(button: HTMLElement, state: 'ask' | 'undo' | '', text: string): void {
  button.dataset.state = state
  write(button, text)
}
