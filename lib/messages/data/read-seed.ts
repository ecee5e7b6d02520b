import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MessageRule } from '../model/rule'
import { parseMessageSeed } from '../model/seed'

let rules: readonly MessageRule[] | undefined

/** The committed seed of message rules. Read once, then cached. */
export function messageSeed(): readonly MessageRule[] {
  rules ??= parseMessageSeed(readFileSync(path.join(process.cwd(), 'prisma/seed/messages.json'), 'utf8'))
  return rules
}
