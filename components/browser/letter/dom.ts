/** An element by id. It is in the page, or the page isn't ours. */
export function byId(id: string): HTMLElement {
  return document.getElementById(id) ?? document.createElement('p')
}

/** Shows or hides an element. */
export function show(element: HTMLElement, isShown: boolean): void {
  if (element.hidden === isShown) element.hidden = !isShown
}

/** Writes a text unless it is there already: screen readers read out what changes. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Focuses and scrolls to what has just appeared. */
export function moveTo(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'center' })
}
