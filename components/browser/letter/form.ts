import type { Reach } from '@/lib/actions/model/hand-off'
import { composeDraft, isEdited, type Typed, type TypedPart, weaveParts } from '@/lib/actions/model/typed'
import type { LetterPart } from '@/lib/messages/model/letter'
import { visitorVariables } from '@/lib/messages/model/template'
import { lacksDetails } from '@/lib/messages/model/visitor-details'
import { once } from '@/lib/shared/model/once'

export type Field = HTMLInputElement | HTMLTextAreaElement

/** One paragraph on the page. */
export type PartField = {
  part: LetterPart
  area: HTMLTextAreaElement
  was: HTMLInputElement
  reset: HTMLElement | null
}

/**
 * The form on the page. Its fields are the only state: nothing is ever re-created, and a text that the visitor has typed
 * is never written over.
 */
export type LetterForm = {
  form: HTMLFormElement
  slug: string
  /** The message that this page offers; null where it doesn’t say. */
  rule: number | null
  /** Parliament’s id of the MP. */
  memberId: number
  pageUrl: string
  mp: Reach
  constituency: string
  /** The first halves of its postcodes; none where they aren’t known. */
  outcodes: string[]
  minister: string
  parts: PartField[]
  field: (name: string) => Field
}

/** Reads what the page says about its form; null when something in it is not as it left the server. */
export function readForm(form: HTMLFormElement): LetterForm | null {
  try {
    const { slug = '', member = '', url = '', mp = '', constituency = '', minister = '', outcodes = '' } = form.dataset
    const parts = [...form.querySelectorAll<HTMLElement>('[data-part]')].map((box): PartField => {
      const area = box.querySelector('textarea')
      const was = box.querySelector<HTMLInputElement>('input[type=hidden]')
      if (!area || !was) throw new Error('a paragraph without its field')
      const template: LetterPart['template'] = JSON.parse(box.dataset.template ?? '')
      const follows = template.some((each) => 'variable' in each)
      return { part: { template, follows, role: 'text' }, area, was, reset: box.querySelector('[data-reset]') }
    })
    const field = (name: string) => {
      const found = form.elements.namedItem(name)
      if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found
      throw new Error(`no field ${name}`)
    }
    const rule = form.elements.namedItem('rule')
    for (const name of [...visitorVariables, 'post', 'subject']) field(name)
    return {
      form,
      slug,
      rule: (rule instanceof HTMLInputElement && Number(rule.value)) || null,
      memberId: Number(member),
      pageUrl: url,
      constituency,
      outcodes: outcodes.split(' ').filter(Boolean),
      minister,
      mp: JSON.parse(mp),
      parts,
      field,
    }
  } catch {
    return null
  }
}

/** What the fields hold now, however it got there: typed, pasted, dictated, or filled in without an event. */
export function readTyped({ field, parts }: LetterForm): Typed {
  const value = (name: string) => field(name).value
  return {
    post: value('post'),
    subject: value('subject'),
    details: {
      sender_name: value('sender_name'),
      sender_address: value('sender_address'),
      sender_postcode: value('sender_postcode'),
      why_it_matters: value('why_it_matters'),
      local_link: value('local_link'),
    },
    parts: parts.map(readPart),
  }
}

export function readPart({ area, was }: PartField): TypedPart {
  return { text: area.value, was: was.value }
}

/** Lets the paragraphs that nobody edited follow the fields, and shows which can be started again. */
export function weave(letter: LetterForm): Typed {
  const typed = readTyped(letter)
  const woven = weaveParts(
    letter.parts.map(({ part }) => part),
    typed,
  )
  letter.parts.forEach(({ part, area, was, reset }, index) => {
    const next = woven[index]
    if (!next) return
    if (part.follows && !isEdited(readPart({ part, area, was, reset }))) {
      if (area.value !== next.text) {
        area.value = next.text
        grow(area)
      }
    }
    if (part.follows) was.value = next.was
    if (reset) reset.hidden = reset.dataset.state !== 'undo' && !isEdited(readPart({ part, area, was, reset }))
  })
  return { ...typed, parts: woven }
}

/** The texts that leave the site. */
export function readDraft(letter: LetterForm) {
  return composeDraft(weave(letter))
}

/** Whether the visitor wrote the signature themselves, and something they typed about themselves isn't in the letter. */
export function lacksSender(letter: LetterForm): boolean {
  const signature = findSignature(letter)
  if (!signature || !isEdited(readPart(signature))) return false
  return lacksDetails(letter.parts.map(({ area }) => area.value).join('\n'), readTyped(letter).details)
}

/** The paragraph that the sender's name and address go into. */
export function findSignature({ parts }: LetterForm): PartField | undefined {
  return parts.find(({ area }) => area.closest('[data-role=signature]') !== null)
}

const sizesItself = once(() => CSS.supports('field-sizing', 'content'))

/** Keeps all paragraphs as high as their text: lines break elsewhere once a font is there, or the phone is turned. */
export function keepGrown({ parts }: LetterForm): void {
  const growAll = () => parts.forEach(({ area }) => grow(area))
  let width = innerWidth
  growAll()
  void document.fonts.ready.then(growAll)
  addEventListener('resize', () => {
    if (width !== innerWidth) growAll() // not at each scroll, when the browser's own bars come and go
    width = innerWidth
  })
}

/** Makes a text area as high as its text, where the browser doesn't. */
export function grow(area: HTMLTextAreaElement): void {
  if (sizesItself()) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}
