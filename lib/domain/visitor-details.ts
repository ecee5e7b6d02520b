import { listVariables, renderTemplate, type Template, type TemplatePart, type VisitorVariable, visitorVariables } from './template'

/** What the visitor has typed. A field that was never shown to them is absent; one left empty is ''. */
export type VisitorDetails = Partial<Record<VisitorVariable, string>>

// In brackets, so that the visitor sees a gap to fill when the email is already open.
const placeholders: Record<VisitorVariable, string> = {
  sender_name: '[Your name]',
  sender_address: '[Your address]',
  sender_postcode: '[Your postcode]',
  why_it_matters: '[Say in your own words why this matters to you.]',
  local_link: '[Say what links you to this area, if you like.]',
}

/**
 * The second step of an email, made in the browser: the visitor's details go into a body that the
 * server has filled for the seat. A paragraph whose optional prompt was left empty is dropped;
 * every other empty detail shows as a gap in brackets.
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

/** Before the details are in, since an address may hold an empty line of its own. */
function splitParagraphs(template: Template): Template[] {
  const paragraphs: TemplatePart[][] = [[]]
  for (const part of template) {
    const [first, ...others] = 'text' in part ? part.text.split(/\n\s*\n/).map((text) => ({ text })) : [part]
    if (first) paragraphs.at(-1)?.push(first)
    for (const other of others) paragraphs.push([other])
  }
  return paragraphs
}
