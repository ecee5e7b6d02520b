// A visit: what one person does in this tab until they press “Leave site”. The browser may keep earlier pages of it, with
// all that was typed there, and show them again after Back or in a restored window. Each page that holds anything
// personal therefore has the visit's random id in its history entry, and goes when the tab's storage has another or none.
import { getTabItem, setTabItem, stopStoring } from './tab-storage'

const name = 'visit'

/**
 * Has this page belong to the tab's visit, so that nothing typed here is shown again after the visitor has left. Does
 * nothing where storage can't be written: what was typed would not survive Back.
 */
export function joinVisit(): void {
  const id = getTabItem(name) ?? String(crypto.getRandomValues(new Uint32Array(1))[0])
  setTabItem(name, id)
  if (isStored(id) && readEntry().visit !== id) history.replaceState({ ...readEntry(), visit: id }, '')
}

/** Shows an empty page instead of one from a visit that has ended, now and whenever the browser shows it again. */
export function watchVisit(): void {
  if (getTabItem(name) !== null && readEntry().visit === undefined) joinVisit()
  check()
  addEventListener('pageshow', check)
  // Once: it reads storage, and a key mustn’t wait for that.
  for (const type of ['input', 'change', 'submit']) addEventListener(type, joinVisit, { capture: true, once: true })
  // A password manager may fill in a field without an event, and people type before this runs.
  addEventListener('pagehide', () => holdsAnything() && joinVisit())
}

/** Empties every field on the page. */
export function emptyFields(): void {
  for (const field of listFields()) {
    if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) field.checked = false
    else field.value = ''
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function check() {
  const { visit } = readEntry()
  if (visit === undefined ? !isUnknown() : visit === getTabItem(name)) return
  document.body.hidden = true
  // Chromium puts back what was typed only after this: it must be neither stored again nor be there when the page goes.
  stopStoring()
  emptyFields()
  addEventListener('pagehide', emptyFields)
  history.replaceState(null, '')
  location.replace(location.pathname + location.search) // asks for the page, even if this one answered a form
}

/** Whether something typed has come back to a page that was left before this ran, in a tab that knows of no visit. */
function isUnknown(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  const isBack = navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward'
  return isBack && isStored(null) && holdsAnything()
}

/** Whether anything was typed here, or what was typed is in the server's answer. */
function holdsAnything(): boolean {
  return document.querySelector('[autofocus]') !== null || listFields().some(isChanged)
}

function listFields(): Field[] {
  return [...document.querySelectorAll<Field>('input:not([type=hidden]), textarea, select')]
}

function isChanged(field: Field): boolean {
  return !(field instanceof HTMLSelectElement) && field.value !== field.defaultValue
}

function readEntry(): { visit?: unknown } {
  return Object(history.state)
}

function isStored(id: string | null): boolean {
  try {
    return sessionStorage.getItem(name) === id
  } catch {
    return false
  }
}
