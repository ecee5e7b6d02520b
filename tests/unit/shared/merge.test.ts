import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeConflict, formatFields, settleForm } from '@/lib/shared/model/conflict'
import { listDifferences, mergeFields, pickFields, type Side } from '@/lib/shared/model/merge'
import { toProblems } from '@/lib/shared/model/result'
import { z } from 'zod'

const names = ['name', 'post', 'subject', 'body']
const base = { name: 'A', post: 'p', subject: 's', body: 'b' }
const sides = {
  base,
  theirs: { ...base, post: 'theirs', subject: 'T', body: 'same' },
  yours: { ...base, name: 'B', post: 'yours', body: 'same' },
}

test('only fields that differ are asked about, and the side that alone changed one is preset', () => {
  expect(listDifferences(sides, names).map(({ field, preset }) => [field, preset])).toEqual([
    ['name', 'yours'],
    ['post', ''],
    ['subject', 'theirs'],
  ])
})

test('a choice beats the preset, and no choice leaves it', () => {
  const choices: Record<string, string> = { name: 'theirs', post: 'neither' }
  expect(mergeFields(sides, names, (field) => choices[field])).toEqual({
    merged: { name: 'A', post: 'yours', subject: 'T', body: 'same' },
    missing: ['post'],
  })
})

const text = fc.constantFrom('', 'a', 'b', 'a\nb', 'ŵ', '__proto__')
const fields = fc.record(Object.fromEntries(names.map((name) => [name, text])))
const three = fc.record({ base: fields, theirs: fields, yours: fields })

test('a field that one person changed survives whatever the other did elsewhere', () => {
  fc.assert(
    fc.property(three, (each) => {
      const { merged, missing } = mergeFields(each, names)
      for (const name of names) {
        const [was, theirs, yours] = [each.base[name], each.theirs[name], each.yours[name]]
        if (theirs === was) expect(merged[name]).toBe(yours)
        if (yours === was) expect(merged[name]).toBe(theirs)
        // Asked about only where both changed it, each to something else.
        expect(missing.includes(name)).toBe(theirs !== was && yours !== was && theirs !== yours)
      }
    }),
  )
})

test('every choice is followed, and nothing but one of the two texts comes out', () => {
  fc.assert(
    fc.property(
      three,
      fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom<Side>('yours', 'theirs')]))),
      (each, choices) => {
        const { merged, missing } = mergeFields(each, names, (field) => choices[field])
        expect(missing).toEqual([])
        for (const name of names) expect(merged[name]).toBe(each[choices[name] ?? 'yours'][name])
      },
    ),
  )
})

test('merging is the same from either side, and merging what is merged changes nothing', () => {
  fc.assert(
    fc.property(three, ({ base, theirs, yours }) => {
      const merge = mergeFields({ base, theirs, yours }, names)
      if (merge.missing.length > 0) return
      expect(mergeFields({ base, theirs: yours, yours: theirs }, names)).toEqual(merge)
      expect(mergeFields({ base: theirs, theirs, yours: merge.merged }, names).merged).toEqual(merge.merged)
    }),
  )
})

test('a form comes back from a conflict with what was chosen, and begins with what the other one saved', () => {
  fc.assert(
    fc.property(three, fc.constantFrom<Side>('yours', 'theirs'), (each, side) => {
      const sent = { ...each.yours, base: formatFields(each.base), id: '7', version: '1', scripted: 'yes', do: 'save' }
      expect(settleForm(sent, names)).toEqual({ outcome: 'settled', values: sent })
      const conflict = composeConflict(sent, names, { theirs: each.theirs, by: 'Ann', rest: { version: '2' } })
      expect(conflict).toMatchObject({ ...each, rest: { id: '7', version: '2' }, by: 'Ann' })
      // As MergeView sends it.
      const again = {
        ...conflict.rest,
        by: conflict.by,
        base: formatFields(conflict.base),
        theirs: formatFields(conflict.theirs),
        yours: formatFields(conflict.yours),
        ...Object.fromEntries(conflict.missing.concat(names).map((name) => [`choose.${name}`, side])),
      }
      const values = { ...each[side], id: '7', version: '2', base: formatFields(each.theirs) }
      expect(settleForm({ ...again, do: 'merge' }, names)).toEqual({ outcome: 'settled', values })
      expect(settleForm({ ...again, do: 'continue' }, names)).toEqual({ outcome: 'merged', values })
    }),
  )
})

test('what still needs a choice is asked again, and nothing else is forgotten', () => {
  const conflict = composeConflict({ ...sides.yours, base: formatFields(base), id: '7' }, names, {
    theirs: sides.theirs,
    by: 'Ann',
    rest: {},
  })
  const sent = {
    id: '7',
    by: 'Ann',
    do: 'merge',
    base: formatFields(base),
    theirs: formatFields(sides.theirs),
    yours: formatFields(sides.yours),
    'choose.name': 'theirs',
  }
  expect(settleForm(sent, names)).toEqual({ ...conflict, missing: ['post'], chosen: { name: 'theirs' } })
})

test('a base that no form of ours sent hides neither side', () => {
  for (const broken of ['', '[', 'null', '"a"', '{"post":1}', undefined]) {
    const conflict = composeConflict({ ...sides.yours, ...(broken !== undefined && { base: broken }) }, names, {
      theirs: sides.theirs,
      by: '',
      rest: {},
    })
    expect(conflict.base.post).toBe('')
    expect(listDifferences(conflict, names).map(({ preset }) => preset)).toEqual(['', '', ''])
  }
})

test('line ends are compared as they are kept', () => {
  expect(pickFields({ body: 'a\r\nb\rc\nd', other: 'x' }, ['body', 'post'])).toEqual({ body: 'a\nb\nc\nd', post: '' })
})

test('problems name their field by its path', () => {
  const shape = z.object({ name: z.string('Write a name.'), goal: z.object({ number: z.number('Write a number.') }) })
  const { error } = shape.safeParse({ goal: {} })
  expect(error && toProblems(error)).toEqual([
    { field: 'name', message: 'Write a name.' },
    { field: 'goal.number', message: 'Write a number.' },
  ])
})
