import type { PrismaClient } from '@/lib/shared/database/client'
import { resetSupporters } from '../databases'

export const now = new Date('2026-11-22T10:00:00Z')
export const by = { actor: null, now }
export const bytes = (text: string) => Buffer.from(text)

/** What tests of files of supporters do with an open database, beginning with the shipped supporters in it. */
export function importOperations(db: PrismaClient) {
  const useShipped = () => resetSupporters(db)
  const operations = async () => ({
    ...(await import('@/lib/supporters/import')),
    ...(await import('@/lib/supporters/export')),
  })
  const all = () => db.supporter.findMany({ orderBy: { id: 'asc' } })

  async function preview(text: string | Uint8Array) {
    const answer = await (await operations()).previewImport(typeof text === 'string' ? bytes(text) : text)
    if (answer.outcome === 'refused') throw new Error(answer.message)
    return answer
  }

  return { useShipped, operations, all, preview }
}
