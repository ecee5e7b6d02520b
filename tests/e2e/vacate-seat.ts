import { connect } from '@/lib/data/client'
import { migrate } from '@/lib/data/migrate'
import { seedDirectory } from '@/lib/data/seed'
import { env } from '@/lib/env'
import { vacantSeat } from './places'

// Run before the main site starts: its directory has one vacant seat.
await migrate(env.DATABASE_URL)
const db = await connect(env.DATABASE_URL)
await seedDirectory(db)
await db.seat.update({ where: { slug: vacantSeat.slug }, data: { memberId: null } })
await db.$disconnect()
