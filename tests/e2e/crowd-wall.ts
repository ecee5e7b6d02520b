import { connect } from '@/lib/shared/database/client'
import { directorySeed } from '@/lib/members/data/read-seed'
import { migrate } from '@/lib/shared/database/migrate'
import { seedDirectory } from '@/lib/members/data/seed'
import { writeLogo, writeSupporter } from '@/lib/supporters/data/write'
import { blankValues } from '@/lib/supporters/model/fields'
import { env } from '@/lib/shared/env'
import { hostileNames, pngLogo } from '../fixtures/supporters'
import { crowd } from './places'

// Runs before the offline site starts: fills its wall with 500 supporters, some with hostile names, one with a logo
// and one whose logo is missing.
await migrate(env.DATABASE_URL)
const db = await connect(env.DATABASE_URL)
await seedDirectory(db)
const now = new Date('2026-11-22T10:00:00Z')
const by = { actor: null, now }
const row = { status: 'published', updatedAt: now, link: 'https://example.org/' } as const
const mps = directorySeed()
  .seats.flatMap(({ member }) => member ?? [])
  .slice(0, 200)
await db.supporter.createMany({
  data: [
    ...hostileNames.map((name, index) => ({ ...row, kind: 'organisation' as const, name, position: 1 + index })),
    ...mps.map(({ id, name }) => ({ ...row, kind: 'mp' as const, name, memberId: id, position: 100, link: null })),
    ...hostileNames.map((name) => ({
      ...row,
      kind: 'mp' as const,
      name,
      isFormer: true,
      constituency: name,
      position: 200,
      link: null,
    })),
    ...hostileNames.map((name) => ({ ...row, kind: 'peer' as const, name, position: 300, link: null })),
  ],
})
const own = {
  ...blankValues,
  kind: 'organisation',
  position: 20,
  status: 'published',
} as const
const logo = {
  bytes: new Uint8Array(pngLogo),
  type: 'image/png',
  width: 160,
  height: 80,
  alt: 'A red logo',
  permissionOn: '2026-11-01',
} as const
await addWithLogo(crowd.withLogo, logo)
await addWithLogo(crowd.withLostLogo, { ...logo, bytes: new Uint8Array([1]) })
await db.supporter.updateMany({ where: { name: crowd.withLostLogo }, data: { logoBytes: null } })
// Supporters whose names are only control characters aren't shown.
const missing = crowd.size + 3 - (await db.supporter.count())
await db.supporter.createMany({
  data: Array.from({ length: missing }, (_, at) => ({
    ...row,
    kind: 'organisation' as const,
    name: `Organisation ${at}`,
    position: 400,
  })),
})
await db.$disconnect()

async function addWithLogo(name: string, given: Parameters<typeof writeLogo>[1]): Promise<void> {
  const answer = await writeSupporter({ ...own, name }, null, by)
  if (answer.outcome === 'saved') await writeLogo(answer, given, by)
}
