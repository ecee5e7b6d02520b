import { expect, test } from 'vitest'
import { composeInitials, composeSalutation } from '@/lib/members/model/salutation'

test.each([
  ['Sir Keir Starmer', 'Dear Sir Keir'],
  ['Dame Meg Hillier', 'Dear Dame Meg'],
  ['Dr Rupa Huq', 'Dear Dr Huq'],
  ['Mr Angus MacDonald', 'Dear Mr MacDonald'],
  ['Mrs Kemi Badenoch', 'Dear Mrs Badenoch'],
  ['Ms Diane Abbott', 'Dear Ms Abbott'],
  ['Sir Iain Duncan Smith', 'Dear Sir Iain'],
  ['Mr Tanmanjeet Singh Dhesi', 'Dear Mr Singh Dhesi'],
  ['Afzal Khan', 'Dear Afzal Khan'],
  ['Seamus Logan', 'Dear Seamus Logan'],
  ['Siân Berry', 'Dear Siân Berry'],
  ['  Órfhlaith Begley ', 'Dear Órfhlaith Begley'],
  ['Dr Huq', 'Dear Dr Huq'],
  ['Sir', 'Dear Sir'],
])('%s is addressed as %s', (name, salutation) => {
  expect(composeSalutation(name)).toBe(salutation)
})

test.each([
  ['Sir Keir Starmer', 'KS'],
  ['Dame Siobhain McDonagh', 'SM'],
  ['Dr Rupa Huq', 'RH'],
  ['Sir Iain Duncan Smith', 'IS'],
  ['Bell Ribeiro-Addy', 'BR'],
  ['Órfhlaith Begley', 'ÓB'],
  ['  Madonna ', 'M'],
])('the initials of %s are %s', (name, initials) => expect(composeInitials(name)).toBe(initials))
