import { expect, test } from 'vitest'
import { checkLetter, cleanLetter, findForeignLinks, maxBodyLength } from '@/lib/letters/model/content'
import { isDisposable, toMailbox } from '@/lib/letters/model/mailbox'
import { composeLetterToMp, composeMessageId } from '@/lib/letters/model/to-mp'

const letter = {
  name: 'Jo Smith',
  address: '1 High Street\nBath',
  postcode: 'BA1 1AA',
  subject: 'Guardians',
  body: 'Dear Ann,\n\nPlease help.\n\nJo Smith',
}

test('nothing that was typed can end a header or turn what follows', () => {
  const cleaned = cleanLetter({
    ...letter,
    name: 'Jo\r\nBcc: all@example.org\u0000\u202e',
    subject: 'One\nTwo\u2028Three\r\n\r\nBody',
    postcode: 'BA1\t1AA\n',
  })
  expect(cleaned.name).toBe('Jo Bcc: all@example.org')
  expect(cleaned.subject).toBe('One Two Three Body')
  expect(cleaned.postcode).toBe('BA1 1AA')
})

test('a letter needs a name, an address or area, a subject and a text, of a decent length', () => {
  expect(checkLetter(letter, [])).toEqual([])
  const fields = (changed: Partial<typeof letter>) =>
    checkLetter({ ...letter, ...changed }, []).map(({ field }) => field)
  expect(fields({ name: '', address: '', subject: '', body: '' })).toEqual([
    'sender_name',
    'sender_address',
    'subject',
    'body',
  ])
  expect(fields({ body: 'x'.repeat(maxBodyLength + 1) })).toEqual(['body'])
  expect(fields({ name: 'x'.repeat(101), subject: 'x'.repeat(201) })).toEqual(['sender_name', 'subject'])
})

test('links are the campaign’s own, or typed into the personal part', () => {
  const own = 'Read https://stablefutures.example/asks/guardians.'
  expect(findForeignLinks(`${own} And (https://stablefutures.example/asks/guardians)!`, [own])).toEqual([])
  expect(findForeignLinks('Look: HTTP://Spam.example/x, www.more.example.', [own])).toEqual([
    'http://spam.example/x',
    'www.more.example',
  ])
  expect(findForeignLinks('I wrote at https://my.example/blog', ['see https://my.example/blog'])).toEqual([])
  expect(checkLetter({ ...letter, subject: 'https://spam.example' }, []).map(({ field }) => field)).toEqual(['body'])
})

test('plus-addresses, capitals and Gmail’s full stops are one mailbox; throw-away domains are known', () => {
  expect(new Set(['Jo.Smith+mp@GMail.com', 'josmith@googlemail.com', 'josmith@gmail.com'].map(toMailbox)).size).toBe(1)
  expect(toMailbox('Jo.Smith+x@example.org')).toBe('jo.smith@example.org')
  expect(isDisposable('a@mailinator.com')).toBe(true)
  expect(isDisposable('a@deep.mailinator.com')).toBe(true)
  expect(isDisposable('a@example.org')).toBe(false)
})

test('an MP’s office reads who wrote, once, and that a reply goes straight to them', () => {
  const { fromName, text } = composeLetterToMp(letter, 'https://stablefutures.example', 'Example Charity')
  expect(fromName).toBe('Jo Smith via Stable Futures')
  expect(text.match(/Jo Smith\n/g)).toHaveLength(1)
  expect(text).toContain('1 High Street\nBath\nBA1 1AA\n')
  expect(text).toContain('run by Example Charity: https://stablefutures.example\nYour reply goes straight to Jo Smith.')
  expect(composeMessageId('abc', 'letter', 'letters@stablefutures.example')).toBe('<abc@stablefutures.example>')
  expect(composeMessageId('abc', 'receipt', 'letters@a.example')).toBe('<receipt.abc@a.example>')
})
