import 'server-only'
import { createHash } from 'node:crypto'
import { recordAudit } from '../../audit/data/entries'
import type { Actor } from '../../audit/model/actor'
import { database, type PrismaClient } from '../../shared/database/client'
import type { PortraitSize } from '../model/portrait'
import type { PortraitStore } from '../sync-portraits'

const dayMs = 86_400_000
// A portrait keeps its address when the picture changes, so we look again after half a year; after a month where there
// was none.
const staleAfterMs = 180 * dayMs
const absentAfterMs = 30 * dayMs

/**
 * Database access for a sync of portraits.
 * @param actor who asked for the sync; null for the command line and the daily sync
 */
export function createPortraitStore(db: PrismaClient, actor: Actor = null): PortraitStore {
  return {
    async listWanted(addressOf, now) {
      const members = await db.member.findMany({
        where: { seat: { isNot: null } },
        select: { id: true, portrait: { select: { source: true, checkedAt: true, hash: true } } },
        orderBy: { id: 'asc' },
      })
      const wanted = members.flatMap(({ id: memberId, portrait }) => {
        const source = addressOf(memberId)
        const age = portrait?.source === source ? now.getTime() - portrait.checkedAt.getTime() : Infinity
        return age > (portrait?.hash ? staleAfterMs : absentAfterMs) ? [{ memberId, source, isNew: !portrait }] : []
      })
      return wanted.sort((a, b) => Number(b.isNew) - Number(a.isNew)).map(({ isNew: _, ...rest }) => rest)
    },
    async keep({ memberId, source }, drawn, now) {
      const pictures = drawn && {
        ...drawn,
        hash: createHash('sha256').update(drawn.small).update(drawn.large).digest('hex').slice(0, 32),
      }
      const data = { source, checkedAt: now, ...(pictures ?? { hash: null, small: null, large: null }) }
      await db.portrait.upsert({
        where: { memberId },
        create: { memberId, ...data },
        update: data,
        select: { memberId: true },
      })
    },
    async announce(number, now) {
      await db.$transaction((tx) =>
        recordAudit(tx, {
          actor,
          action: 'directory.synced',
          entity: 'directory',
          entityId: 'portraits',
          before: null,
          after: { portraits: number },
          now,
        }),
      )
    },
  }
}

/** The bytes (WebP) of a portrait by the hash in its address; null when there is none. */
export async function getPortrait(hash: string, size: PortraitSize): Promise<Uint8Array<ArrayBuffer> | null> {
  const db = await database()
  const row = await db.portrait.findFirst({
    where: { hash },
    select: { small: size === 'small', large: size === 'large' },
  })
  const bytes = row?.[size]
  return bytes ? new Uint8Array(bytes) : null
}
