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

// As long as somebody types without a pause, it runs now and then.
const pauseMs = 100
const limitMs = 300

/** Makes of `work` something that runs once the typing pauses, so that a key never waits for it. */
export function afterTyping(work: () => void): () => void {
  const workUnpressed = afterPress(work)
  let pause: ReturnType<typeof setTimeout> | undefined
  let limit: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    clearTimeout(pause)
    clearTimeout(limit)
    limit = undefined
    workUnpressed()
  }
  return () => {
    clearTimeout(pause)
    pause = setTimeout(run, pauseMs)
    limit ??= setTimeout(run, limitMs)
  }
}

/**
 * Makes of `work` something that waits while a mouse button is down: what moves between a press and its release makes
 * the click miss. A press takes the focus from a field, so its change comes just then.
 */
export function afterPress(work: () => void): () => void {
  let isPressed = false
  let isDue = false
  const press = (isDown: boolean) => () => {
    isPressed = isDown
    if (isDown || !isDue) return
    isDue = false
    setTimeout(work) // after the click
  }
  addEventListener('pointerdown', press(true), true)
  for (const type of ['pointerup', 'pointercancel']) addEventListener(type, press(false), true)
  return () => {
    if (isPressed) isDue = true
    else work()
  }
}

/** Focuses and scrolls to what has just appeared. */
export function moveTo(element: HTMLElement, block: 'center' | 'start' = 'center'): void {
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block })
}
