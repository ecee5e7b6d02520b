import 'server-only'
import { database } from '../shared/database/client'
import { seedMessageRules } from '../messages/data/rules'
import { migrate } from '../shared/database/migrate'
import { seedDirectory } from '../members/data/seed'
import { seedSupporters } from '../supporters/data/write'
import { env } from '../shared/env'

/**
 * Migrates the database, and seeds the tables that are still empty with the shipped facts.
 * @returns the names of the migrations applied now, and how many rows each table was seeded with
 * @throws MigrationError or DatabaseIdentityError when a person has to decide; any other error may be temporary
 */
export async function prepareDatabase() {
  const migrations = await migrate(env.DATABASE_URL)
  const db = await database()
  return {
    migrations,
    seats: await seedDirectory(db),
    messageRules: await seedMessageRules(db),
    supporters: await seedSupporters(db),
  }
}
