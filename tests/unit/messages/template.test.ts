import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bindTemplate,
  formatTemplate,
  formatTemplateProblem,
  listVariables,
  parseTemplate,
  renderTemplate,
  seatVariables,
  type Template,
  type Variable,
  visitorVariables,
} from '@/lib/messages/model/template'

const all: readonly Variable[] = [...seatVariables, ...visitorVariables]

function parse(text: string): Template {
  const parsed = parseTemplate(text, all)
  if (parsed.outcome === 'refused') throw new Error(JSON.stringify(parsed.problems))
  return parsed.template
}

const withoutBraces = fc
  .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0xffff })))
  .map((units) => String.fromCharCode(...units).replace(/[{}]/g, ''))
const variable = fc.constantFrom(...all)
const templateText = fc
  .array(
    fc.oneof(
      withoutBraces,
      variable.map((name) => `{${name}}`),
    ),
  )
  .map((parts) => parts.join(''))
const values = fc.record(
  Object.fromEntries(all.map((name) => [name, fc.string({ unit: fc.constantFrom(...'{}ab_mp name\n') })])),
)

test('a template formats back to what was written', () => {
  fc.assert(fc.property(templateText, (text) => void expect(formatTemplate(parse(text))).toBe(text)))
})

test('values are inserted once and never parsed as templates, in one step or in two', () => {
  fc.assert(
    fc.property(templateText, values, (text, given) => {
      const template = parse(text)
      const expected = text
        .split(/(\{\w+\})/)
        .map((part) => (part.startsWith('{') ? (given[part.slice(1, -1)] ?? '') : part))
        .join('')
      expect(renderTemplate(template, given)).toBe(expected)
      const forSeat = Object.fromEntries(seatVariables.map((name) => [name, given[name]]))
      const forVisitor = Object.fromEntries(visitorVariables.map((name) => [name, given[name]]))
      // Through JSON, as it is sent to the browser.
      const halfway: Template = JSON.parse(JSON.stringify(bindTemplate(template, forSeat)))
      expect(renderTemplate(halfway, forVisitor)).toBe(expected)
    }),
  )
  expect(renderTemplate(parse('{mp_name} {sender_name}'), { mp_name: '{sender_name}', sender_name: 'S' })).toBe(
    '{sender_name} S',
  )
})

test('an unfilled gap stays, and is listed once', () => {
  const template = bindTemplate(parse('{mp_name}, {sender_name} {sender_name}'), { mp_name: 'A' })
  expect(formatTemplate(template)).toBe('A, {sender_name} {sender_name}')
  expect(listVariables(template)).toEqual(['sender_name'])
})

test('fields that are unknown, or not allowed in this text, are refused by name and line', () => {
  expect(parseTemplate('a {mp_name}\n{mp_nmae} {}', all)).toEqual({
    outcome: 'refused',
    problems: [
      { problem: 'unknown-variable', name: 'mp_nmae', line: 2 },
      { problem: 'unknown-variable', name: '', line: 2 },
    ],
  })
  expect(parseTemplate('{sender_name}', seatVariables).outcome).toBe('refused')
  fc.assert(
    fc.property(withoutBraces, (name) => {
      fc.pre(!all.some((each) => each === name))
      expect(parseTemplate(`{mp_name} {${name}}`, all).outcome).toBe('refused')
    }),
  )
})

test.each(['{', '}', 'a { b', '{mp_name}}', '{{mp_name}', '{mp_name', '{mp\n_name}'])(
  'stray braces in %j are refused',
  (text) => {
    const parsed = parseTemplate(text, all)
    const [first] = parsed.outcome === 'read' ? [] : parsed.problems
    expect(first).toEqual({ problem: 'stray-brace', line: 1 })
    expect(first && formatTemplateProblem(first, all)).toMatch(/^Line 1: a brace/)
  },
)
