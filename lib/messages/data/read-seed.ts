import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MessageRule } from '../model/rule'
import { parseMessageSeed } from '../model/seed'

let rules: readonly MessageRule[] | undefined

/** The committed rules of what is said to whom, read once. */
export function messageSeed(): readonly MessageRule[] {
  rules ??= parseMessageSeed(readFileSync(path.join(process.cwd(), 'prisma/seed/messages.json'), 'utf8'))
  return rules
}
