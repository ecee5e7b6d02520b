import { expect, test } from 'vitest'
import { supporterColumns } from '@/lib/supporters/csv/columns'
import { blankValues, draftFields } from '@/lib/supporters/model/fields'
import { isSnapshot, splitSnapshot } from '@/lib/supporters/model/snapshot'

test('a file has its columns, and the form its fields, in the order that staff know', () => {
  expect(supporterColumns.map(({ header }) => header).join()).toBe(
    'id,kind,name,parliament id,former,constituency,link,position,status,joined on,notes',
  )
  expect(draftFields).toEqual(['kind', 'memberId', 'name', 'constituency', 'isFormer', 'link', 'joinedOn', 'notes'])
})

test('an entry of the log that is older than a field says that it was blank', () => {
  const now = { ...blankValues, kind: 'organisation', name: 'Our Own', position: 5 }
  const older = Object.fromEntries(Object.entries(now).filter(([field]) => field !== 'link'))
  expect(isSnapshot(now, older)).toBe(true)
  expect(isSnapshot({ ...now, link: 'https://example.org/' }, older)).toBe(false)
  expect(splitSnapshot(older).values).toEqual(now)
})
