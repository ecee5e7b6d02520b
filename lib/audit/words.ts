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
  source: 'Links for partners',
  held: 'Unusual bursts',
}

const actions: Record<string, string> = {
  'staff.invited': 'invited',
  'staff.removed': 'removed from the staff',
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
  'supporter.imported': 'imported a supporter',
  'supporter.undone': 'undid a change to a supporter',
  'message-rule.draft-saved': 'saved a draft of a message',
  'message-rule.draft-discarded': 'discarded the draft of a message',
  'message-rule.moved': 'moved a message',
  'message-rule.published': 'published a message',
  'message-rule.restored': 'restored an older message',
  'message-rule.switched': 'switched a message on or off',
  'message-rule.undone': 'undid a change to a message',
  'directory.overridden': 'overrode the directory',
  'directory.override-changed': 'changed an override',
  'directory.override-removed': 'removed an override',
  'directory.synced': 'synced the directory with Parliament',
  'setting.changed': 'changed the settings',
  'source.created': 'made a link for a partner',
  'held.released': 'released held messages',
  'held.discarded': 'discarded held messages',
  'held.undone': 'undid a decision about held messages',
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
