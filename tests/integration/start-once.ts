// A process that starts as a server does, and says how many seats it wrote.
import { connect } from '@/lib/data/client'
import { migrate } from '@/lib/data/migrate'
import { seedDirectory } from '@/lib/data/seed'
import { env } from '@/lib/env'

await migrate(env.DATABASE_URL)
const db = await connect(env.DATABASE_URL)
console.log(await seedDirectory(db))
await db.$disconnect()
