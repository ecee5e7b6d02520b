import { expect, test } from 'vitest'
import { composeServerParts, type ServerFacts } from '@/lib/desk/model/server-state'

const now = new Date('2026-11-26T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const backup = { startedAt: daysAgo(1), succeededAt: daysAgo(1), detail: 'stable-futures.db, 4 MB', problem: null }
const inOrder: ServerFacts = {
  postcodes: { lastDay: '2026-08-31', ageDays: 87, dueAfter: '2027-10-05', isToDo: false },
  isBackupOn: true,
  backup,
  mailServer: 'mail.example:465',
  check: { startedAt: daysAgo(0), succeededAt: daysAgo(0), detail: 'in order', problem: null },
  visitorsAdvice: null,
}
const compose = (facts: Partial<ServerFacts>) => composeServerParts({ ...inOrder, ...facts }, now)
const toDo = (facts: Partial<ServerFacts>) => compose(facts).flatMap(({ id, isToDo }) => (isToDo ? [id] : []))

test('a server in order has nothing to do, and says when it was last backed up and checked', () => {
  expect(toDo({})).toEqual([])
  const states = compose({}).map(({ state }) => state)
  expect(states.join(' ')).toMatch(/from 31 Aug.*25 Nov 2026.*4 MB.*mail\.example:465.*in order/)
})

test.each<[string, Partial<ServerFacts>, string]>([
  ['postcodes', { postcodes: null }, 'can’t be read'],
  [
    'backups',
    { backup: { ...backup, problem: 'ENOSPC: no space left' } },
    'failed: ENOSPC: no space left. The last one',
  ],
  ['backups', { isBackupOn: false, backup: null }, 'aren’t switched on'],
  ['backups', { isBackupOn: false, backup: { ...backup, succeededAt: daysAgo(8) } }, 'in the last 7 days'],
  ['mail', { mailServer: '' }, 'SMTP_URL'],
  ['visitors', { visitorsAdvice: 'Set TRUSTED_PROXY.' }, 'Set TRUSTED_PROXY.'],
  ['database', { check: { ...backup, problem: 'row 7 missing' } }, 'found damage: row 7 missing'],
])('%s are something to do: %j', (id, facts, words) => {
  expect(toDo(facts)).toEqual([id])
  expect(compose(facts).find((part) => part.id === id)?.state).toContain(words)
})

test('a backup by hand, made lately, is enough', () => {
  expect(toDo({ isBackupOn: false })).toEqual([])
})
