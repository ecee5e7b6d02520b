// Migrates and fills the database of DATABASE_URL as the start of a server does.
import { prepareDatabase } from '@/lib/server/prepare-database'
import { database } from '@/lib/shared/database/client'

await prepareDatabase()
await (await database()).$disconnect()
