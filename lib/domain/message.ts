import { composeSalutation } from './salutation'

/** Who a message is to: the Member, and the constituency with its nation. */
export type Addressee = {
  name: string
  xHandle: string | null
  blueskyHandle: string | null
  constituency: string
  nation: string
}

/** What the campaign sets: the minister as the text names them, hashtags with their #, the site. */
export type Campaign = { minister: string; hashtags: string[]; siteUrl: string }

/**
 * The post to a Member: what children need, hashtags, then the request. The handle never comes
 * first, which would make the post a reply; a Member without a handle is named.
 */
export function composePost(to: Addressee, { minister, hashtags, siteUrl }: Campaign): string {
  const mention = to.xHandle ?? to.blueskyHandle
  const need = hasGuardianAsk(to.nation)
    ? 'Trafficked and unaccompanied children deserve an independent guardian and a plan for their future.'
    : 'Every child victim of trafficking in the UK deserves a long-term plan, decided in their best interests.'
  const request = `${mention ? `@${mention}` : to.name}, please raise this with ${minister}.`
  return `${need} ${hashtags.join(' ')}\n\n${request} ${siteUrl}`
}

/**
 * The email to a Member. The guardian ask is for England and Wales only: Scotland and Northern
 * Ireland have guardianship services of their own. Square brackets are for the visitor to fill in.
 */
export function composeEmail(to: Addressee, { minister }: Campaign): { subject: string; body: string } {
  const isForGuardians = hasGuardianAsk(to.nation)
  const what = isForGuardians ? 'A guardian and a plan for every trafficked child' : 'A long-term plan for every trafficked child'
  const paragraphs = [
    `${composeSalutation(to.name)},`,
    `I live in ${to.constituency} and you are my MP. I am writing about children in the UK who have been trafficked, or who are here without a parent.`,
    'Too many of them face the immigration, court and care systems alone, and cannot recover or plan ahead.',
    `Please will you ask ${minister} to:`,
    isForGuardians ? [guardianAsk, planAsk].map((ask, i) => `${i + 1}. ${ask}`).join('\n') : planAsk,
    '[Say in your own words why this matters to you.]',
    'Please tell me what you will do, and what reply you receive.',
    'Yours sincerely,\n[Your name]\n[Your address and postcode]',
  ]
  return { subject: `${what} – ${to.constituency}`, body: paragraphs.join('\n\n') }
}

const guardianAsk = 'Expand the Independent Child Trafficking Guardian service in England and Wales to all unaccompanied children, as well as those identified as potentially trafficked.'
const planAsk =
  'Set up a process that finds a long-term arrangement for each child victim of trafficking, with an immigration decision based on the child’s best interests.'

/** Whether the guardian ask is for this nation: England and Wales only. */
export function hasGuardianAsk(nation: string): boolean {
  return nation === 'England' || nation === 'Wales'
}

/** A post with the Member's X handle replaced by the Bluesky one, for Members who have both. */
export function addressOnBluesky(text: string, to: { xHandle: string | null; blueskyHandle: string | null }): string {
  return to.xHandle && to.blueskyHandle ? text.replaceAll(`@${to.xHandle}`, `@${to.blueskyHandle}`) : text
}
