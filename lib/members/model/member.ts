import type { DirectoryChange, DirectoryMember, FetchedMember, MemberContacts, XSource } from './directory'

type Updated = { member: DirectoryMember; changes: DirectoryChange[] }

/** The row for someone new to the directory. Being new is the only change recorded, not each detail. */
export function newMember(fetched: FetchedMember): Updated {
  const contacts = fetched.contacts ?? { email: null, xHandle: null, blueskyHandle: null }
  const xSource: XSource | null = contacts.xHandle === null ? null : 'parliament'
  const { id, name, party, memberSince } = fetched
  return { member: { id, name, party, memberSince, ...contacts, xSource, leftOn: null }, changes: [] }
}

/**
 * Updates an existing Member's row, with a change for each detail that differs. Parliament overrides everything
 * it can know; an X or Bluesky handle from elsewhere stays until Parliament gives one. Contacts that could not
 * be fetched are left alone.
 */
export function updateMember(row: DirectoryMember, fetched: FetchedMember, seatCode: string): Updated {
  const { name, party, memberSince, contacts } = fetched
  const member: DirectoryMember = { ...row, name, party, memberSince, ...(contacts && mergeContacts(row, contacts)) }
  const changes: DirectoryChange[] = []
  const compare = (field: DirectoryChange['field'], before: string | null, after: string | null) => {
    if (before !== after) changes.push({ seatCode, memberId: row.id, field, before, after })
  }
  compare('name', row.name, member.name)
  compare('party', row.party, member.party)
  compare('email', row.email, member.email)
  compare('x', row.xHandle, member.xHandle)
  compare('bluesky', row.blueskyHandle, member.blueskyHandle)
  return { member, changes }
}

function mergeContacts(row: DirectoryMember, contacts: MemberContacts): Partial<DirectoryMember> {
  const { email } = contacts
  const blueskyHandle = contacts.blueskyHandle ?? row.blueskyHandle
  if (contacts.xHandle !== null) return { email, blueskyHandle, xHandle: contacts.xHandle, xSource: 'parliament' }
  return row.xSource === 'parliament'
    ? { email, blueskyHandle, xHandle: null, xSource: null }
    : { email, blueskyHandle }
}
