import { connect } from '@/lib/shared/database/client'
import { migrate } from '@/lib/shared/database/migrate'
import { seedDirectory } from '@/lib/members/data/seed'
import { channels } from '@/lib/actions/model/channel'
import { env } from '@/lib/shared/env'
import { vacantSeat } from './places'

// Runs before the main site starts: gives its directory a vacant seat, and links for partners.
await migrate(env.DATABASE_URL)
const db = await connect(env.DATABASE_URL)
await seedDirectory(db)
await db.seat.update({ where: { slug: vacantSeat.slug }, data: { memberId: null } })
// The tags that tests use to find what they recorded: an unissued one counts as other.
const tags = [
  'newsletter-5',
  'long-email',
  'paper_1',
  'x-edited',
  'own-program',
  'read-only',
  'no-storage',
  'no-clipboard',
  'no-print',
  'double',
  'share-aborterror',
  'share-notallowederror',
  'enter',
  ...channels.map((channel) => `hand-off-${channel}`),
]
const given = { label: 'For the tests', createdBy: '', createdAt: new Date() }
await db.sourceLink.createMany({ data: tags.map((tag) => ({ tag, ...given })) })
await db.$disconnect()
