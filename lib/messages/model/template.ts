/** Filled in on the server, from the directory and the campaign: the same for everyone in a seat. */
export const seatVariables = [
  'mp_name',
  'mp_salutation',
  'mp_handle',
  'constituency',
  'nation',
  'party',
  'minister',
  'minister_handle',
  'hashtags',
  'site_url',
] as const

/** Filled in by the visitor in the browser: the server doesn't know them. */
export const visitorVariables = [
  'sender_name',
  'sender_address',
  'sender_postcode',
  'why_it_matters',
  'local_link',
] as const

export type SeatVariable = (typeof seatVariables)[number]
export type VisitorVariable = (typeof visitorVariables)[number]
export type Variable = SeatVariable | VisitorVariable

/**
 * A text with named gaps, as plain data that can be sent to the browser half filled. A value becomes a text part and
 * is never parsed again, so braces in a name or an address have no meaning.
 */
export type Template = readonly TemplatePart[]
/** `otherwise`: what stands there when the visitor gives nothing. */
export type TemplatePart = { text: string } | { variable: Variable; otherwise?: string }

/** What is wrong with a template; `line` counts from 1. */
export type TemplateProblem =
  { problem: 'unknown-variable'; name: string; line: number } | { problem: 'stray-brace'; line: number }

export type ParsedTemplate =
  { outcome: 'read'; template: Template } | { outcome: 'refused'; problems: TemplateProblem[] }

// A longer list is no help in fixing a text, and each problem lists all the allowed fields.
const maxProblems = 10

/**
 * Parses a template such as `Dear {mp_name}`. Braces are for fields only. Reports the first ten problems.
 * @param allowed the fields this text may use; a post, for example, may use none of the visitor's
 */
export function parseTemplate(text: string, allowed: readonly Variable[]): ParsedTemplate {
  const template: TemplatePart[] = []
  const problems: TemplateProblem[] = []
  let readTo = 0
  let line = 1
  for (const { 0: match, 1: name, index } of text.matchAll(/\{([^{}\n]*)\}|[{}]/g)) {
    line += countLineFeeds(text, readTo, index)
    const variable = allowed.find((each) => each === name)
    if (variable) template.push(...toText(text.slice(readTo, index)), { variable })
    else
      problems.push(name === undefined ? { problem: 'stray-brace', line } : { problem: 'unknown-variable', name, line })
    if (problems.length === maxProblems) break
    readTo = index + match.length
  }
  if (problems.length > 0) return { outcome: 'refused', problems }
  return { outcome: 'read', template: [...template, ...toText(text.slice(readTo))] }
}

function countLineFeeds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (text[at] === '\n') count++
  return count
}

function toText(text: string): TemplatePart[] {
  return text === '' ? [] : [{ text }]
}

/** Fills the gaps that have a value and leaves the others. */
export function bindTemplate(template: Template, values: Partial<Record<Variable, string>>): Template {
  return template.map((part) => {
    const value = 'variable' in part ? values[part.variable] : undefined
    return value === undefined ? part : { text: value }
  })
}

/** Says what stands in a gap when the visitor leaves it empty. */
export function offerInstead(template: Template, texts: Partial<Record<Variable, string>>): Template {
  return template.map((part) => {
    const otherwise = 'variable' in part ? texts[part.variable] : undefined
    return otherwise === undefined ? part : { ...part, otherwise }
  })
}

/** The text of a template; an unfilled gap appears as `{its_name}`. */
export function formatTemplate(template: Template): string {
  return template.map((part) => ('variable' in part ? `{${part.variable}}` : part.text)).join('')
}

/** Fills the gaps that have a value and returns the text; use `bindTemplate` to fill in the rest later. */
export function renderTemplate(template: Template, values: Partial<Record<Variable, string>>): string {
  return formatTemplate(bindTemplate(template, values))
}

/** The fields a template still has gaps for, each once. */
export function listVariables(template: Template): Variable[] {
  return [...new Set(template.flatMap((part) => ('variable' in part ? [part.variable] : [])))]
}

/** A template's problem in words, for the person who wrote it. */
export function formatTemplateProblem(problem: TemplateProblem, allowed: readonly Variable[]): string {
  switch (problem.problem) {
    case 'unknown-variable':
      return `Line ${problem.line}: there is no field called {${problem.name}} here. Use ${allowed.map((name) => `{${name}}`).join(', ')}.`
    case 'stray-brace':
      return `Line ${problem.line}: a brace { or } without its partner.`
  }
}
