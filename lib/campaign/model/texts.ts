import type { Fields } from '../../shared/model/merge'
import { composeAsk, guardians, longTermPlan, type Ask } from './asks'
import { shippedTexts, type Texts, type TextSection } from './shipped-texts'

/** Whether there is a section with this name. */
export function isTextSection(name: string): name is TextSection {
  return Object.hasOwn(shippedTexts, name)
}

/**
 * All texts: what was published, and the shipped text for each field that wasn’t.
 * @param saved by section, fields that differ from the shipped ones; others are ignored
 */
export function composeTexts(saved: ReadonlyMap<string, Fields>): Texts {
  const of = (section: TextSection) => saved.get(section) ?? {}
  return {
    hero: { ...shippedTexts.hero, ...of('hero') },
    problem: { ...shippedTexts.problem, ...of('problem') },
    asks: { ...shippedTexts.asks, ...of('asks') },
    guardians: { ...shippedTexts.guardians, ...of('guardians') },
    plan: { ...shippedTexts.plan, ...of('plan') },
    children: { ...shippedTexts.children, ...of('children') },
    evidence: { ...shippedTexts.evidence, ...of('evidence') },
    whyNow: { ...shippedTexts.whyNow, ...of('whyNow') },
    steps: { ...shippedTexts.steps, ...of('steps') },
    thanks: { ...shippedTexts.thanks, ...of('thanks') },
    share: { ...shippedTexts.share, ...of('share') },
    pictures: { ...shippedTexts.pictures, ...of('pictures') },
  }
}

/** A section’s fields as a form has them. @param saved as for `composeTexts` */
export function toTextFields(section: TextSection, saved: Fields): Fields {
  return { ...composeTexts(new Map([[section, saved]]))[section] }
}

/**
 * What to save of a section’s fields: those that differ from the shipped text. So a field that nobody has changed
 * follows what a later version of the site is shipped with.
 */
export function pickChanged(section: TextSection, fields: Fields): Fields {
  const shipped: Fields = shippedTexts[section]
  return Object.fromEntries(
    Object.keys(shipped).flatMap((name) => {
      const text = fields[name]
      return text === undefined || text === shipped[name] ? [] : [[name, text]]
    }),
  )
}

/** Both asks in the published words, in order. */
export function composeAsks(texts: Texts): [guardians: Ask, plan: Ask] {
  return [composeAsk(guardians, texts.guardians), composeAsk(longTermPlan, texts.plan)]
}
