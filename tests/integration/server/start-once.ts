// A process that starts as a server does, and prints how many seats or supporters it seeded.
import { connect } from '@/lib/shared/database/client'
import { migrate } from '@/lib/shared/database/migrate'
import { seedDirectory } from '@/lib/members/data/seed'
import { seedSupporters } from '@/lib/supporters/data/write'
import { env } from '@/lib/shared/env'

await migrate(env.DATABASE_URL)
const db = await connect(env.DATABASE_URL)
const seed = process.argv[2] === 'supporters' ? seedSupporters : seedDirectory
console.log(await seed(db))
await db.$disconnect()
