import { formatPairs, type Pair, parsePairs } from './prose'

/** What the campaign asks for, as worded on its page, in its briefing for MPs' offices and on the front page. */
export type Ask = {
  slug: string
  number: 1 | 2
  title: string
  where: string
  /** One sentence for a card or a description. */
  short: string
  /** The wording of the ask itself. */
  ask: string
  lead: string
  /** In the Markdown of `parseProse`. */
  problem: string
  changes: Pair[]
  nations: { nation: string; text: string }[]
  /** Each question with its answer. */
  questions: Pair[]
}

/** What staff can change about an ask, as text. */
export type AskTexts = Record<'short' | 'ask' | 'lead' | 'problem' | 'changes' | 'questions', string>

/** An ask’s texts as staff edit them. */
export function listAskTexts({ short, ask, lead, problem, changes, questions }: Ask): AskTexts {
  return { short, ask, lead, problem, changes: formatPairs(changes), questions: formatPairs(questions) }
}

/** An ask with the texts that staff have published. */
export function composeAsk(ask: Ask, texts: AskTexts): Ask {
  const { changes, questions, ...rest } = texts
  return {
    ...ask,
    ...rest,
    changes: parsePairs(changes) ?? ask.changes,
    questions: parsePairs(questions) ?? ask.questions,
  }
}

const whoDecides = {
  title: 'Who decides this, and what can an MP do?',
  text: 'The UK government decides, and the minister is the Home Secretary. Every MP can raise it with them in a letter. Most can also ask a question in the House of Commons, or speak in a debate.',
}

/** Ask 1. Guardianship is devolved in Scotland and Northern Ireland, so this ask covers England and Wales. */
export const guardians: Ask = {
  slug: 'guardians',
  number: 1,
  title: 'A guardian for every child',
  where: 'England and Wales',
  short: 'One independent person on the side of every trafficked or unaccompanied child, early on.',
  ask: 'Expand the Independent Child Trafficking Guardian service in England and Wales to all unaccompanied children, as well as those already identified as potentially trafficked.',
  lead: 'A child on their own needs one person who is there for them, and for nobody else.',
  problem: [
    'England and Wales have no comprehensive guardianship service. The law gives a limited one, and it doesn’t reach every child.',
    'Unaccompanied children are here without a parent or carer. They’re among those most at risk of being trafficked. They may have no relative or friend here.',
    'They face the immigration, criminal justice, social care, health and education systems, often alone. They may be prosecuted for what traffickers made them do.',
  ].join('\n\n'),
  changes: [
    { title: 'Someone on their side', text: 'One independent person is there for the child early on.' },
    {
      title: 'Someone to talk to',
      text: 'With someone they trust, children can feel able to talk about what happened to them. Then they can get the help they need.',
    },
    {
      title: 'Someone who speaks up',
      text: 'A guardian acts in the child’s best interests. They help the child to get their rights, whichever system they’re facing.',
    },
    { title: 'Someone who looks out for them', text: 'A guardian helps to prevent a child being trafficked again.' },
  ],
  nations: [
    { nation: 'England', text: 'Yes: expand the service to all unaccompanied children.' },
    { nation: 'Wales', text: 'Yes: expand the service to all unaccompanied children.' },
    { nation: 'Scotland', text: 'No: it has its own guardianship service.' },
    { nation: 'Northern Ireland', text: 'No: it has its own guardianship service.' },
  ],
  questions: [
    {
      title: 'Isn’t there a guardian service already?',
      text: 'There’s a limited one in law: the Independent Child Trafficking Guardian service. It’s for children who have been identified as potentially trafficked. It doesn’t reach every child. We’re asking for it to be expanded, not replaced.',
    },
    {
      title: 'Why unaccompanied children as well?',
      text: 'They’re among those most at risk of being trafficked. A guardian who is there early can help to prevent harm, not only respond to it.',
    },
    {
      title: 'What do international standards say?',
      text: 'Every unaccompanied or trafficked child should have an independent legal guardian who acts in their best interests.',
    },
    {
      title: 'Why doesn’t this cover Scotland and Northern Ireland?',
      text: 'They have guardianship services of their own. Our second ask, a long-term plan for every child, is for the whole of the UK.',
    },
    whoDecides,
  ],
}

/** Ask 2, for the whole UK. */
export const longTermPlan: Ask = {
  slug: 'long-term-plan',
  number: 2,
  title: 'A long-term plan for every child',
  where: 'The whole UK',
  short: 'An arrangement that lasts for every child victim of trafficking, in the child’s best interests.',
  ask: 'Set up a process that finds a long-term, sustainable arrangement for each child victim of trafficking, including an immigration decision based on the child’s best interests.',
  lead: 'It’s hard to recover, and hard to plan, when you don’t know what comes next.',
  problem: [
    'Under the current system, children who have been trafficked are often unable to recover, to live stable lives and to plan for a future. Thousands of children in the UK are identified as victims of trafficking, and the number grows every year.',
    'They may have injuries and poor mental health, and no relative or friend in the country.',
    'Some fled war and were exploited on the way. Some are British children in care, let down by the adults around them. Each of them needs something different, so each needs a plan of their own.',
  ].join('\n\n'),
  changes: [
    { title: 'A plan that lasts', text: 'Each child gets a long-term arrangement of their own, not a stopgap.' },
    {
      title: 'A decision in their interests',
      text: 'If there’s an immigration decision to make, it’s based on the child’s best interests.',
    },
    { title: 'A secure status', text: 'A child who needs an immigration status gets one that is secure.' },
    {
      title: 'A life like anyone else’s',
      text: 'Safe, and free from fear and more upheaval, a child can get on with school, friends and a career.',
    },
  ],
  nations: ['England', 'Wales', 'Scotland', 'Northern Ireland'].map((nation) => ({
    nation,
    text: 'Yes: the process is for the whole UK.',
  })),
  questions: [
    {
      title: 'Does every child need an immigration decision?',
      text: 'No. Some of the children are British. A secure immigration status is for those who need one, and the decision should be based on the child’s best interests.',
    },
    {
      title: 'What does “long-term” mean here?',
      text: 'An arrangement that lasts: one that lets the child recover, live a stable life and plan for a future.',
    },
    {
      title: 'How does the plan go with a guardian?',
      text: 'One independent person, at the child’s side early on, helps them through it. In England and Wales we’re asking for both. Scotland and Northern Ireland have guardians of their own, so there we’re asking for the plan.',
    },
    whoDecides,
  ],
}

/** Both asks, in order. */
export const asks = [guardians, longTermPlan] as const
