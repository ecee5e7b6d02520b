import { guardians, listAskTexts, longTermPlan } from './asks'
import { formatPairs } from './prose'

/**
 * The campaign’s own texts, by section and field, as the site is shipped with them: what pages say until staff publish
 * something else. Each fact has its source in lib/campaign/README.md.
 */
export const shippedTexts = {
  hero: {
    title: 'Every child deserves a future they can plan for',
    lead: 'Children who have been trafficked are just like other young people, with hopes and dreams. Ask your MP to call for a guardian at their side and a plan for their future.',
  },
  problem: {
    heading: 'Children are being left on their own',
    text: `They may have been through unimaginable trauma. They are also resilient, resourceful and full of potential.

But under the current system, children who have been trafficked are often unable to recover, to live stable lives and to plan for a future.

Thousands of children in the UK are identified as victims of trafficking, and the number grows every year. Unaccompanied children, here without a parent or carer, are among those most at risk.

They face the immigration, criminal justice, social care, health and education systems, often alone. England and Wales have no comprehensive guardianship service: the law gives a limited one, and it doesn’t reach every child.`,
  },
  asks: { heading: 'What we’re asking for' },
  guardians: listAskTexts(guardians),
  plan: listAskTexts(longTermPlan),
  children: {
    heading: 'Who the children are',
    text: `- Some fled war and were exploited on the way.
- Some are British children in care, let down by the adults around them.
- They may have been forced to grow or sell drugs, or sexually exploited. They may be prosecuted for what traffickers made them do.
- They may have injuries and poor mental health, and no relative or friend in the country.

With a long-term plan, a secure immigration status where they need one, and one independent person at their side early on, they can be safe. They can live free from fear and from more upheaval. Then they can focus on school, friends and a career.`,
  },
  evidence: {
    heading: 'Why guardians work',
    text: `It has been shown that having a guardian can help children feel able to share what happened to them. That leads to the support they need, and helps to prevent them being trafficked again.

A guardian helps children to access their rights. International standards say that every unaccompanied or trafficked child should have an independent legal guardian. The guardian acts in the child’s best interests.`,
    supporters:
      '**120,535** people have already called for specialist support for all trafficked children. To each of them: thank you.',
  },
  whyNow: {
    heading: 'Why write now',
    text: 'The Modern Slavery Act still gives only a limited form of guardianship, and it isn’t available to all children across the country. The government can change that, and your MP can ask the Home Secretary to.',
    checkedOn: '',
  },
  steps: {
    heading: 'Five minutes of your time',
    steps: formatPairs([
      { title: 'Your postcode', text: 'It finds your constituency and your MP.' },
      { title: 'A letter', text: 'Add a sentence of your own: MPs take personal letters more seriously.' },
      { title: 'A post', text: 'Back it up in public, on X, Bluesky or wherever you are.' },
    ]),
  },
  thanks: {
    title: 'Thank you for standing with these children.',
    text: 'Because of people like you, a strong message reaches the government. The fight isn’t finished: here’s what happens next.',
  },
  share: {
    title: 'A guardian for every trafficked child',
    subtitle: 'Ask your MP to act. It takes five minutes.',
    description:
      'Children who have been trafficked need a guardian at their side and a plan for their future. Ask your MP to call for both. It takes five minutes.',
    guardians: 'One independent person on their side, early on',
    plan: 'A decision based on the child’s best interests',
    subject: 'Five minutes for trafficked children',
    invitation:
      'I’m asking {mp} to speak up for children in the UK who have been trafficked. They deserve to be safe and to plan a future. It takes five minutes: will you write too?',
  },
  pictures: { text: 'The drawings were made for this site.' },
}

export type Texts = typeof shippedTexts
export type TextSection = keyof Texts
