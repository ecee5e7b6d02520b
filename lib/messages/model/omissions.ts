import { listVariables, parseTemplate, type VisitorVariable } from './template'
import { allowedVariables } from './rule'

const wanted: { names: VisitorVariable[]; words: string }[] = [
  { names: ['sender_name'], words: 'the visitor’s name' },
  { names: ['sender_postcode'], words: 'their postcode' },
  { names: ['why_it_matters', 'local_link'], words: 'a place for their own words' },
]
const asking =
  /\b(?:ask(?:ing)?|urg(?:e|ing)|call(?:ing)? on|please|will you|would you|could you|write to the|raise (?:this|it))\b/i

/** What an email leaves out that an MP's office looks for, in words. @param emailBody a template that can be read */
export function listOmissions(emailBody: string): string[] {
  const read = parseTemplate(emailBody, allowedVariables.emailBody)
  if (read.outcome === 'refused') return []
  const used: string[] = listVariables(read.template)
  const missing = wanted.filter(({ names }) => !names.some((name) => used.includes(name))).map(({ words }) => words)
  return asking.test(emailBody) ? missing : [...missing, 'anything that it asks the MP to do']
}

const labour = ['Labour', 'Labour (Co-op)']

/** The half of a party that a condition leaves out, as a hint; null for none. @param party a party on each line, as a condition has it */
export function findForgottenParty(party: string | null): string | null {
  const chosen = party?.split('\n') ?? []
  const forgotten = labour.filter((each) => !chosen.includes(each))
  return forgotten.length === 1 ? `${forgotten[0]} MPs are a party of their own here: choose it too` : null
}
