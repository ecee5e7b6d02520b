import {
  listVariables,
  renderTemplate,
  type Template,
  type TemplatePart,
  type VisitorVariable,
  visitorVariables,
} from './template'

/** What the visitor has typed. A field they were never shown is absent; one they left empty is ''. */
export type VisitorDetails = Partial<Record<VisitorVariable, string>>

/** All of the visitor's details, '' where they gave none. */
export type Details = Record<VisitorVariable, string>

/** No details given: the optional paragraphs go, the sender's gaps stay. */
export const noDetails: Details = {
  sender_name: '',
  sender_address: '',
  sender_postcode: '',
  why_it_matters: '',
  local_link: '',
}

/** The visitor's fields, in order. */
export const detailFields = [
  { field: 'sender_name', label: 'Your name', hint: null, autoComplete: 'name', lines: 1 },
  {
    field: 'sender_address',
    label: 'Your address',
    hint: 'No fixed address, or afraid to give one? Write what area you live in.',
    autoComplete: 'street-address',
    lines: 3,
  },
  { field: 'sender_postcode', label: 'Your postcode', hint: null, autoComplete: 'postal-code', lines: 1 },
  {
    field: 'why_it_matters',
    label: 'Why this matters to you',
    hint: 'Optional. One or two sentences.',
    autoComplete: 'off',
    lines: 3,
  },
  {
    field: 'local_link',
    label: 'Your link to the area',
    hint: 'Optional. For example how long you have lived there.',
    autoComplete: 'off',
    lines: 2,
  },
] as const

/** Whether a form field is one of the visitor's details. */
export function isDetail(name: string): name is keyof Details {
  return name in noDetails
}

// In brackets, so the visitor can see what to fill in even once the email is open.
const placeholders: Record<VisitorVariable, string> = {
  sender_name: '[Your name]',
  sender_address: '[Your address]',
  sender_postcode: '[Your postcode]',
  why_it_matters: '[Say in your own words why this matters to you.]',
  local_link: '[Say what links you to this area, if you like.]',
}

/**
 * Fills in an email's body in the browser: the server has already filled it for the seat, this adds the visitor's
 * details. A paragraph whose optional prompt was left empty is dropped; any other missing detail appears as a gap in
 * brackets.
 */
export function composeBody(body: Template, details: VisitorDetails): string {
  const values = { ...placeholders }
  const dropped: VisitorVariable[] = []
  for (const name of visitorVariables) {
    const value = details[name]?.trim()
    if (value) values[name] = value
    else if (value === '' && isOptional(name)) dropped.push(name)
  }
  return splitParagraphs(body)
    .filter((paragraph) => !listVariables(paragraph).some((name) => dropped.some((each) => each === name)))
    .map((paragraph) => renderTemplate(paragraph, values))
    .join('\n\n')
}

function isOptional(name: VisitorVariable): boolean {
  return name === 'why_it_matters' || name === 'local_link'
}

/** Split before filling in the details, since an address may contain a blank line. */
function splitParagraphs(template: Template): Template[] {
  const paragraphs: TemplatePart[][] = [[]]
  for (const part of template) {
    const [first, ...others] = 'text' in part ? part.text.split(/\n\s*\n/).map((text) => ({ text })) : [part]
    if (first) paragraphs.at(-1)?.push(first)
    for (const other of others) paragraphs.push([other])
  }
  return paragraphs
}

/** Whether a visitor has added words of their own, rather than just who they are. */
export function hasOwnWords({ why_it_matters, local_link }: Details): boolean {
  return why_it_matters.trim() !== '' || local_link.trim() !== ''
}
