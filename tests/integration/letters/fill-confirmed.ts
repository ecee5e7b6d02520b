import { randomBytes } from 'node:crypto'
import type { PrismaClient } from '@/lib/shared/database/client'

/** Stores letters that are confirmed and due, to as many MPs. @returns their ids */
export async function fillConfirmed(db: PrismaClient, count: number): Promise<string[]> {
  const { sealEmail, sealText } = await import('@/lib/letters/read-letter')
  const seats = await db.seat.findMany({
    where: { memberId: { not: null }, member: { email: { not: null } } },
    select: { code: true, memberId: true },
  })
  const now = new Date()
  const letters = Array.from({ length: count }, (_, at) => {
    const id = randomBytes(16).toString('hex')
    const seat = seats[at % seats.length]
    const text = {
      name: `Visitor ${at}`,
      address: '1 High Street',
      postcode: 'M1 1AE',
      subject: 'Guardians for trafficked children',
      body: `Dear MP,\n\n${'Please help these children. '.repeat(40)}\n\nVisitor ${at}`,
    }
    return {
      id,
      state: 'confirmed' as const,
      seatCode: seat?.code ?? '',
      memberId: seat?.memberId ?? 0,
      isChase: false,
      ruleId: null,
      isFollowUpAsked: false,
      createdAt: now,
      confirmedAt: now,
      nextTryAt: now,
      text: sealText(id, text),
      email: sealEmail(id, `visitor${at}@visitor.example`),
    }
  })
  for (let at = 0; at < count; at += 500) await db.letter.createMany({ data: letters.slice(at, at + 500) })
  return letters.map(({ id }) => id)
}
