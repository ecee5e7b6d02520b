import type { AuditEntity } from './model/entry'

/** Each kind of entity, for display. */
export const entityWords: Record<AuditEntity, string> = {
  staff: 'People',
  session: 'Devices',
  passkey: 'Passkeys',
  supporter: 'Supporters',
  'message-rule': 'Messages',
  directory: 'Directory',
  setting: 'Settings',
  text: 'Texts',
  source: 'Links for partners',
  held: 'Unusual bursts',
  letters: 'Letters',
  erasure: 'Erasures',
}

const actions: Record<string, string> = {
  'staff.invited': 'invited',
  'staff.removed': 'removed from the staff',
  'staff.renamed': 'changed the name of',
  'staff.role-changed': 'changed the role of',
  'staff.signed-in': 'signed in',
  'session.revoked': 'signed out a device',
  'passkey.added': 'added a passkey',
  'passkey.removed': 'removed a passkey',
  'supporter.created': 'added a supporter',
  'supporter.changed': 'changed a supporter',
  'supporter.drafted': 'made a draft of a supporter',
  'supporter.hidden': 'hid a supporter',
  'supporter.published': 'published a supporter',
  'supporter.moved': 'moved a supporter',
  'supporter.renumbered': 'renumbered the wall at a supporter',
  'supporter.logo-changed': 'changed the logo of a supporter',
  'supporter.wall-answered': 'answered the wall check for a supporter',
  'supporter.archived': 'archived a supporter',
  'supporter.brought-back': 'brought back a supporter',
  'supporter.deleted': 'deleted a supporter for good,',
  'supporter.imported': 'imported a supporter',
  'supporter.undone': 'undid a change to a supporter',
  'message-rule.draft-saved': 'saved a draft of a message',
  'message-rule.draft-discarded': 'discarded the draft of a message',
  'message-rule.moved': 'moved a message',
  'message-rule.published': 'published a message',
  'message-rule.restored': 'restored an older message',
  'message-rule.switched': 'switched a message on or off',
  'message-rule.archived': 'archived a message',
  'message-rule.brought-back': 'brought back a message',
  'message-rule.deleted': 'deleted a message for good,',
  'message-rule.undone': 'undid a change to a message',
  'directory.overridden': 'corrected the directory',
  'directory.override-changed': 'changed a correction',
  'directory.override-removed': 'removed a correction',
  'directory.synced': 'synced the directory with Parliament',
  'setting.changed': 'changed the settings',
  'text.draft-saved': 'saved a draft of a text',
  'text.draft-discarded': 'discarded the draft of a text',
  'text.published': 'published a text',
  'text.restored': 'restored an older text',
  'text.undone': 'undid a change to a text',
  'source.archived': 'archived a link for a partner',
  'source.brought-back': 'brought back a link for a partner',
  'source.deleted': 'deleted a link for a partner for good,',
  'source.created': 'made a link for a partner',
  'held.released': 'released held messages',
  'held.discarded': 'discarded held messages',
  'held.undone': 'undid a decision about held messages',
  'letters.settings-changed': 'changed how letters are sent',
  'letters.paused': 'paused all letters',
  'letters.resumed': 'let letters be sent again',
  'letters.tested': 'sent a test letter',
  'letters.retried': 'had refused letters tried again',
  'letters.erased': 'erased letters at a visitor’s request',
  'erasure.done': 'erased a person’s data',
  'source.removed': 'removed a link for a partner',
}

/** What someone did, as the words after their name. An unknown action is returned as it is. */
export function describeAction(action: string): string {
  return actions[action] ?? action
}

/** A field’s name for display: `noticeText` becomes "notice text", `draft.postText` "draft: post text". */
export function describeField(field: string): string {
  return field
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace('.', ': ')
    .toLowerCase()
}

/** A field’s value for display: “yes” and “no” for what is on or off, and lists as people write them. */
export function describeValue(value: string | null): string | null {
  if (value === null || !/^(?:true|false|\[.*\]|\{.*\})$/s.test(value)) return value
  try {
    return sayValue(JSON.parse(value))
  } catch {
    return value // somebody’s words in brackets
  }
}

function sayValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(sayValue).join(', ')
  if (typeof value !== 'object' || value === null) return String(value ?? 'nothing')
  return Object.entries(value)
    .map(([name, each]) => `${describeField(name)}: ${sayValue(each)}`)
    .join('; ')
}

/** Which way something in an order went: its position is a number that people see nowhere. */
export function describeMove(before: string, after: string): string {
  return Number(after) < Number(before) ? 'further up' : 'further down'
}

const plurals: Record<string, string> = {
  'supporter.published': 'published',
  'supporter.hidden': 'hid',
  'supporter.drafted': 'made drafts of',
  'supporter.imported': 'imported',
  'supporter.moved': 'moved',
  'message-rule.published': 'published',
}
const things: Record<string, string> = { supporter: 'supporters', 'message-rule': 'messages' }

/** What someone did to several at once, as the words after their name: “hid 39 supporters”. */
export function describeDeed(action: string, entity: string, size: number): string {
  return `${plurals[action] ?? `${describeAction(action)}:`} ${size.toLocaleString('en-GB')} ${things[entity] ?? 'changes'}`
}

const pages: Record<string, string> = {
  supporter: '/staff/supporters/',
  'message-rule': '/staff/messages/',
  text: '/staff/texts/',
}

/** The page of what changed; null where it has none. */
export function findEntityPage(entity: string, entityId: string): string | null {
  if (entity === 'setting') return '/staff/settings'
  return pages[entity] ? `${pages[entity]}${encodeURIComponent(entityId)}` : null
}
