import { dropSecondClick } from './double-click'
import {
  fillForm,
  hasFile,
  isWritten,
  listChanges,
  nameForm,
  readHidden,
  readShown,
  readTyped,
  type Typed,
} from './fields'
import { listFiles, restoreFiles } from './files'
import { findHindrance, type Hindrance, hold } from './hindrance'
import { findKept, forgetAll, forgetTyped, type Kept, keepTyped } from './keep'

/** Something typed earlier that can be put back into a form. `isOverwritten`: someone has saved the same fields since. */
export type Offer = { form: HTMLFormElement; at: number; isOverwritten: boolean }

type Watch = {
  onUnsaved: (count: number) => void
  onOffers: (offers: Offer[]) => void
  onResumed: () => void
  onHindered: (why: Hindrance) => void
}

type State = Watch & { person: string }

const saveAfterMs = 400
const ofSavedOnly =
  'What you’ve typed on this page isn’t saved, so it won’t be published. Publish what was saved before?'

let state: State | null = null
let isLeaving = false
let pending: { form: HTMLFormElement; submitter: HTMLElement | null } | null = null
const forms = new Set<HTMLFormElement>()
const shown = new WeakMap<HTMLFormElement, Typed>()
const dirty = new Set<HTMLFormElement>()
const offered = new Map<HTMLFormElement, Kept>()
const checked = new WeakSet<HTMLFormElement>()
const asking = new WeakSet<HTMLFormElement>()
const chosen = new WeakMap<HTMLFormElement, [string, File[]][]>()
const timers = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>()

/**
 * Looks after every form on a page of the desk: marks and keeps what isn't saved, asks before it is left, and before a
 * form is sent, asks the server who is signed in, so that a session that ended never costs a page.
 * @returns stops it
 */
export function startGuard(person: string, watch: Watch): () => void {
  state = { person, ...watch }
  forgetAll(null)
  window.addEventListener('input', noticeInput)
  window.addEventListener('change', noticeInput)
  window.addEventListener('click', dropSecondClick, true)
  window.addEventListener('submit', noticeSubmit, true) // before React's own
  window.addEventListener('beforeunload', noticeLeaving)
  window.addEventListener('focus', retry)
  for (const form of forms) welcome(form)
  return () => {
    state = null
    window.removeEventListener('input', noticeInput)
    window.removeEventListener('change', noticeInput)
    window.removeEventListener('click', dropSecondClick, true)
    window.removeEventListener('submit', noticeSubmit, true)
    window.removeEventListener('beforeunload', noticeLeaving)
    window.removeEventListener('focus', retry)
  }
}

/** Tells the guard of a form that is ready to be filled. */
export function registerForm(form: HTMLFormElement): void {
  if (forms.has(form)) return
  forms.add(form)
  shown.set(form, readShown(form))
  welcome(form)
}

/**
 * Tells the guard what a form was answered. Where it was saved, it is no longer unsaved; what is typed into the page's
 * other forms comes along.
 * @param leavesFor the page that opens next; null when this one stays
 */
export function formAnswered(form: HTMLFormElement | null, isSaved: boolean, leavesFor: string | null): void {
  if (form && isSaved) {
    dirty.delete(form)
    if (state) forgetTyped(state.person, nameForm(form))
  } else if (form) {
    // Refused: React has reset the form to what was sent, but not its files.
    for (const [name, files] of chosen.get(form) ?? []) restoreFiles(form, name, files)
    keep(form, false)
  }
  if (leavesFor === null) return report()
  for (const other of dirty) if (other.isConnected) keep(other, true)
  go(leavesFor)
}

/** Puts back what was typed earlier. */
export function restore(form: HTMLFormElement): void {
  const kept = offered.get(form)
  // With what it was typed over, so that saving it compares it with what somebody else has saved since.
  if (kept) fillForm(form, { ...kept.hidden, ...kept.typed })
  offered.delete(form)
  dirty.add(form)
  report()
}

/** Forgets what was typed earlier. */
export function discard(form: HTMLFormElement): void {
  offered.delete(form)
  if (state) forgetTyped(state.person, nameForm(form))
  report()
}

/** Keeps everything and goes to sign in; afterwards this page opens with the same text. */
export function signInHere(): void {
  for (const form of dirty) if (form.isConnected) keep(form, true)
  if (pending) keep(pending.form, true)
  const { pathname, search } = window.location
  go(`/staff/sign-in?next=${encodeURIComponent(pathname + search)}`)
}

/** Tries again to send what could not be sent. */
export function retry(): void {
  if (pending) void ask(pending.form, pending.submitter)
}

/** Gives up sending; everything stays as it is. */
export function stay(): void {
  pending = null
}

function noticeInput(event: Event): void {
  const field = event.target
  const form = field instanceof Element ? field.closest('form') : null
  if (!form || !isWritten(form)) return
  noticeTyped(form)
  offered.delete(form)
  clearTimeout(timers.get(form))
  timers.set(
    form,
    setTimeout(() => keep(form, false), saveAfterMs),
  )
  report()
}

/** Begins with a form, which somebody may have written in before this script came. */
function welcome(form: HTMLFormElement): void {
  if (!state) return
  noticeTyped(form)
  offerKept(form)
  if (dirty.has(form) && !offered.has(form)) keep(form, false)
  report()
}

function noticeTyped(form: HTMLFormElement): void {
  if (!isWritten(form)) return
  if (hasFile(form) || Object.keys(listChanges(shown.get(form) ?? {}, form)).length > 0) dirty.add(form)
  else dirty.delete(form)
}

function noticeSubmit(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.getAttribute('action')?.startsWith('/') || !state) return
  if (checked.delete(form)) return
  const wrong = [...form.elements].find(
    (each) => each instanceof HTMLInputElement && each.type === 'file' && !each.validity.valid,
  )
  if (wrong instanceof HTMLElement) {
    hold(event)
    return wrong.focus()
  }
  if (form.closest('[data-sign-out]')) {
    if (countDirty() > 0 && !window.confirm('What you typed isn’t saved. Sign out and erase it?')) return hold(event)
    isLeaving = true
    dirty.clear()
    return forgetAll(state.person)
  }
  hold(event)
  if (form.dataset.ofSaved && countDirty() > 0 && !window.confirm(ofSavedOnly)) return
  void ask(form, event.submitter)
}

async function ask(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (!state || asking.has(form)) return
  asking.add(form)
  const why = await findHindrance(state.person)
  asking.delete(form)
  if (!state) return
  if (why) {
    pending = { form, submitter }
    return state.onHindered(why)
  }
  pending = null
  if (!form.isConnected) return
  if (dirty.has(form)) keep(form, true)
  chosen.set(form, listFiles(form))
  checked.add(form)
  form.requestSubmit(submitter?.isConnected ? submitter : null)
}

function go(href: string): void {
  isLeaving = true
  window.location.assign(href)
}

function noticeLeaving(event: BeforeUnloadEvent): void {
  if (isLeaving || countDirty() === 0) return
  for (const form of dirty) keep(form, false)
  event.preventDefault()
}

function countDirty(): number {
  for (const form of dirty) if (!form.isConnected) dirty.delete(form)
  return dirty.size
}

function keep(form: HTMLFormElement, resumes: boolean): void {
  clearTimeout(timers.get(form)) // or it would keep it once more, to be asked about
  if (!state || !form.isConnected || !isWritten(form)) return
  const before = shown.get(form) ?? {}
  const typed = dirty.has(form) ? listChanges(before, form) : {}
  if (Object.keys(typed).length === 0) return forgetTyped(state.person, nameForm(form))
  const showed = Object.fromEntries(Object.keys(typed).map((key) => [key, before[key] ?? '']))
  keepTyped(state.person, nameForm(form), { at: Date.now(), typed, showed, hidden: readHidden(form), resumes })
}

function offerKept(form: HTMLFormElement): void {
  if (!state || !isWritten(form)) return
  const kept = findKept(state.person, nameForm(form))
  const current = readTyped(form)
  if (!kept || Object.entries(kept.typed).every(([key, value]) => (current[key] ?? value) === value)) return
  offered.set(form, kept)
  if (!kept.resumes) return report()
  restore(form)
  keep(form, false)
  state.onResumed()
}

function report(): void {
  for (const form of forms) form.toggleAttribute('data-unsaved', dirty.has(form))
  const offers = [...offered].flatMap(([form, { at, showed }]) => {
    const now = shown.get(form) ?? {}
    const isOverwritten = Object.entries(showed).some(([key, value]) => (now[key] ?? value) !== value)
    return form.isConnected ? [{ form, at, isOverwritten }] : []
  })
  state?.onUnsaved(countDirty())
  state?.onOffers(offers)
}
