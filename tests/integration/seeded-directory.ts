import { onTestFinished } from 'vitest'
import { connect } from '@/lib/shared/database/client'
import { createDirectoryStore } from '@/lib/members/data/sync-store'
import { migrate } from '@/lib/shared/database/migrate'
import { seedDirectory } from '@/lib/members/data/seed'
import { startMembersApi, type MembersApiServerOptions } from '../fixtures/members-api-server'

/** A database of its own, with the shipped directory, until the test ends. */
export async function seeded(create: () => Promise<string>) {
  const url = await create()
  await migrate(url)
  const db = await connect(url)
  onTestFinished(() => db.$disconnect())
  await seedDirectory(db)
  return { url, db, store: createDirectoryStore(db) }
}

/** Parliament's stand-in, until the test ends. */
export async function startApi(options?: MembersApiServerOptions) {
  const api = await startMembersApi(options)
  onTestFinished(api.close)
  return api
}
