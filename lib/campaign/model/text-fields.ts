import type { TextSection } from './shipped-texts'

/**
 * A field of a section. `line`: one line of plain text; `prose`: paragraphs, lists, bold and links; `pairs`: headings
 * with `## `, each with its text; `day`: a date or nothing.
 */
export type TextField = {
  name: string
  label: string
  kind: 'line' | 'prose' | 'pairs' | 'day'
  max: number
  hint?: string
}

/** A section as the desk names it. */
export type TextForm = { title: string; where: string; fields: TextField[] }

const heading = { name: 'heading', label: 'Heading', kind: 'line', max: 60 } as const
const text = { name: 'text', label: 'Text', kind: 'prose', max: 2_000 } as const
const ask = (where: string, title: string): TextForm => ({
  title,
  where,
  fields: [
    {
      name: 'short',
      label: 'In one sentence',
      kind: 'line',
      max: 140,
      hint: 'On the front page, and in search results.',
    },
    { name: 'ask', label: 'The ask itself', kind: 'line', max: 300 },
    { name: 'lead', label: 'Opening of its page', kind: 'line', max: 200 },
    { name: 'problem', label: 'What is wrong now', kind: 'prose', max: 1_500 },
    { name: 'changes', label: 'What changes for a child', kind: 'pairs', max: 1_200 },
    { name: 'questions', label: 'Questions and answers', kind: 'pairs', max: 3_000 },
  ],
})

/** The sections and their fields, in the order of the desk. */
export const textForms: Record<TextSection, TextForm> = {
  hero: {
    title: 'Opening',
    where: 'the top of the front page',
    fields: [
      { name: 'title', label: 'Title', kind: 'line', max: 70 },
      { name: 'lead', label: 'Text below it', kind: 'prose', max: 300 },
    ],
  },
  problem: { title: 'The problem', where: 'the front page', fields: [heading, text] },
  asks: { title: 'Heading of the asks', where: 'the front page', fields: [heading] },
  guardians: ask('its own page and the front page', 'Ask 1: guardians'),
  plan: ask('its own page and the front page', 'Ask 2: long-term plan'),
  children: { title: 'The children', where: 'the front page', fields: [heading, text] },
  evidence: {
    title: 'Why guardians work',
    where: 'the front page',
    fields: [heading, text, { name: 'supporters', label: 'Who has called for it', kind: 'prose', max: 300 }],
  },
  whyNow: {
    title: 'Why now',
    where: 'the front page',
    fields: [
      heading,
      text,
      {
        name: 'checkedOn',
        label: 'True as of',
        kind: 'day',
        max: 10,
        hint: 'The page says so. Leave it empty for a text that doesn’t go out of date.',
      },
    ],
  },
  steps: {
    title: 'Steps',
    where: 'the front page',
    fields: [heading, { name: 'steps', label: 'Steps', kind: 'pairs', max: 600 }],
  },
  thanks: {
    title: 'Thanks',
    where: 'the letter’s page, once someone has sent their letter',
    fields: [
      { name: 'title', label: 'Thanks', kind: 'line', max: 100 },
      { name: 'text', label: 'Text below it', kind: 'prose', max: 500 },
    ],
  },
  share: {
    title: 'Shared links',
    where: 'social media, messages to friends and search results',
    fields: [
      { name: 'title', label: 'On the picture', kind: 'line', max: 60 },
      { name: 'subtitle', label: 'Below that', kind: 'line', max: 60 },
      { name: 'description', label: 'Description of the front page', kind: 'line', max: 200 },
      { name: 'guardians', label: 'On the picture of ask 1', kind: 'line', max: 70 },
      { name: 'plan', label: 'On the picture of ask 2', kind: 'line', max: 70 },
      { name: 'subject', label: 'Subject of the email to friends', kind: 'line', max: 80 },
      {
        name: 'invitation',
        label: 'Message to friends',
        kind: 'line',
        max: 200,
        hint: '{mp} becomes “our MP in” and the constituency.',
      },
    ],
  },
  pictures: { title: 'Picture credits', where: 'the page about this site', fields: [{ ...text, label: 'Credits' }] },
}
