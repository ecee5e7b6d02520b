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
  problem: string[]
  changes: { title: string; text: string }[]
  nations: { nation: string; text: string }[]
  questions: { question: string; answer: string }[]
}

const whoDecides = {
  question: 'Who can decide this, and what can an MP do?',
  answer:
    'The UK government decides, and the minister is the Home Secretary. Every MP can raise it with the Home Secretary: in a letter, in a question in the House, or in a debate.',
}

/** Ask 1. Guardianship is devolved in Scotland and Northern Ireland, so this ask covers England and Wales. */
export const guardians: Ask = {
  slug: 'guardians',
  number: 1,
  title: 'A guardian for every child',
  where: 'England and Wales',
  short: 'One independent adult at the side of every unaccompanied or trafficked child, early on.',
  ask: 'Expand the Independent Child Trafficking Guardian service in England and Wales to all unaccompanied children, as well as those already identified as potentially trafficked.',
  lead: 'A child who is here alone needs one adult who is on their side, and on nobody else’s.',
  problem: [
    'England and Wales have no comprehensive guardianship service. The law has a limited one, and it does not reach every child.',
    'Unaccompanied children, who are in the country without a parent or carer, are among those most at risk of being trafficked. Some have no relative or friend in the country.',
    'They have to deal with the immigration, criminal justice, social care, health and education systems, often alone. Some are prosecuted for what traffickers made them do.',
  ],
  changes: [
    { title: 'Someone to trust', text: 'One independent person is at the child’s side early on.' },
    { title: 'Someone to tell', text: 'With a trusted adult, a child can say what happened, and so get help.' },
    {
      title: 'Someone who speaks up',
      text: 'The guardian acts in the child’s best interests, whichever system the child is facing.',
    },
    { title: 'Someone who keeps watch', text: 'A trusted adult helps to prevent the child being trafficked again.' },
  ],
  nations: [
    { nation: 'England', text: 'Yes: expand the service to all unaccompanied children.' },
    { nation: 'Wales', text: 'Yes: expand the service to all unaccompanied children.' },
    { nation: 'Scotland', text: 'Has a guardianship service of its own.' },
    { nation: 'Northern Ireland', text: 'Has a guardianship service of its own.' },
  ],
  questions: [
    {
      question: 'Is there not a guardian service already?',
      answer:
        'There is a limited one in law, the Independent Child Trafficking Guardian service. It is for children who are identified as potentially trafficked, and it does not reach every child. We ask for it to be expanded, not replaced.',
    },
    {
      question: 'Why unaccompanied children as well?',
      answer:
        'Because they are among those most at risk of being trafficked. A guardian who is there early can help to prevent harm, and not only respond to it.',
    },
    {
      question: 'What do international standards say?',
      answer:
        'That every unaccompanied or trafficked child should have an independent legal guardian who acts in the child’s best interests.',
    },
    {
      question: 'Why is this ask not for Scotland and Northern Ireland?',
      answer:
        'They have guardianship services of their own. Our second ask, a long-term plan, is for the whole of the UK.',
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
  short: 'An arrangement that lasts for each child victim of trafficking, in the child’s best interests.',
  ask: 'Set up a process that finds a long-term, sustainable arrangement for each child victim of trafficking, including an immigration decision based on the child’s best interests.',
  lead: 'A child who does not know what comes next cannot recover, and cannot plan.',
  problem: [
    'Under the current system, children who are victims of trafficking are often unable to recover, to live stable lives and to plan for a future. There are thousands of them, and more every year.',
    'They may have injuries and poor mental health. They may have no relative or friend in the country.',
    'Some fled war and were exploited on the way. Some are British children in care, let down by the adults around them. What each of them needs is different, so each needs a plan of their own.',
  ],
  changes: [
    { title: 'A plan that lasts', text: 'The child’s own long-term arrangement is found, not a stopgap.' },
    {
      title: 'A decision in their interests',
      text: 'Where immigration is in question, the child’s best interests decide.',
    },
    { title: 'A secure status', text: 'A child who needs an immigration status has one that is secure.' },
    {
      title: 'An ordinary life',
      text: 'Then a child can be safe, and get on with school, friends and a career like anyone else.',
    },
  ],
  nations: ['England', 'Wales', 'Scotland', 'Northern Ireland'].map((nation) => ({
    nation,
    text: 'Yes: the process is for the whole UK.',
  })),
  questions: [
    {
      question: 'Does every child need an immigration decision?',
      answer:
        'No. Some of the children are British. A secure immigration status is for those who need one, and the decision should be based on the child’s best interests.',
    },
    {
      question: 'What does “long-term” mean here?',
      answer:
        'An arrangement that is sustainable: one that lets the child recover, live a stable life and plan for a future.',
    },
    {
      question: 'How does this go with a guardian?',
      answer:
        'One independent person at the child’s side early on helps the child through it. The two asks belong together: in England and Wales we ask for both, and in Scotland and Northern Ireland, which have guardians of their own, for the plan.',
    },
    whoDecides,
  ],
}

/** Both asks, in order. */
export const asks = [guardians, longTermPlan] as const
