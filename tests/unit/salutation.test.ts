import { expect, test } from 'vitest'
import { composeSalutation } from '@/lib/domain/salutation'

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
