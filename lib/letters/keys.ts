import 'server-only'
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '../shared/env'

type Key = { id: string; secret: Buffer }

/** What a token can be used for. Each has its own, and one is worthless for the others. */
export type TokenPurpose = 'confirm' | 'follow-up'

// The first key seals; the others only open what was sealed before they were replaced.
const keys: Key[] = env.LETTERS_KEY.split(',')
  .filter(Boolean)
  .map((each) => {
    const [id = '', secret = ''] = each.split(':')
    return { id, secret: Buffer.from(secret, 'base64') }
  })

/** Whether LETTERS_KEY is set, so that letters can be stored. */
export function hasLettersKey(): boolean {
  return keys.length > 0
}

const derived = new Map<string, Buffer>()

// Keys for different purposes are unrelated (RFC 5869).
function derive({ id, secret }: Key, purpose: string): Buffer {
  const name = `${purpose}|${id}`
  const key = derived.get(name) ?? Buffer.from(hkdfSync('sha256', secret, '', `stable futures ${purpose}`, 32))
  derived.set(name, key)
  return key
}

/**
 * Encrypts a text for the database with AES-256-GCM, bound to its place, so that it opens nowhere else.
 * @param place such as the letter’s id and the column
 * @returns `1.<key id>.<nonce>.<text and tag>`
 */
export function seal(text: string, place: string): string {
  const [key] = keys
  if (!key) throw new Error('LETTERS_KEY is not set')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'seal'), nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `1.${key.id}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`
}

/** Decrypts what `seal` made; null when its key is gone, it was changed, or it is from another place. */
export function unseal(sealed: string, place: string): string | null {
  const [, id, nonce = '', data = ''] = sealed.split('.')
  const key = keys.find((each) => each.id === id)
  if (!key) return null
  try {
    const bytes = Buffer.from(data, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', derive(key, 'seal'), Buffer.from(nonce, 'base64url'))
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/**
 * The token in a link about a letter. It follows from the key and the letter, so that a reminder can repeat it, though
 * the database has only its hash.
 * @param sealed something of this letter’s that was sealed: the token is from the same key
 */
export function composeToken(purpose: TokenPurpose, letterId: string, sealed: string): string | null {
  const key = keys.find(({ id }) => id === sealed.split('.')[1])
  return key
    ? createHmac('sha256', derive(key, `token ${purpose}`))
        .update(letterId)
        .digest('base64url')
    : null
}

/** What the database keeps of a token. */
export function hashToken(purpose: TokenPurpose | 'own-mail', token: string): string {
  return createHash('sha256').update(`${purpose}|${token}`).digest('base64url')
}

/**
 * What is kept, for a week, of a mailbox that has written to an MP, under each key there is: without the key no guess can
 * be tested. The first is the one to store.
 */
export function hashMailbox(mailbox: string, memberId: number): string[] {
  return keys.map((key) =>
    createHmac('sha256', derive(key, 'mailbox'))
      .update(JSON.stringify([mailbox, memberId]))
      .digest('base64url'),
  )
}
