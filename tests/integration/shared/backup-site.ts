import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import type { PrismaClient } from '@/lib/shared/database/client'

/** What the database holds and no backup may. */
export const secrets = {
  salt: 'a-salt-of-the-day-0123456789abcdefghij',
  token: 'a-token-of-a-session-0123456789abcdef',
  link: 'a-link-that-signs-in-0123456789abcdefg',
}
export const makeFolder = () => mkdtemp(path.join(os.tmpdir(), 'backups '))

/** Runs a command; its code and all that it says. */
export async function run(command: string, url: string, args: string[], settings: Record<string, string> = {}) {
  const env = { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent', ...settings }
  const child = spawn(process.execPath, typescript(`lib/cli/${command}.ts`, ...args), { env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text))
  await once(child, 'close')
  return { code: child.exitCode, output }
}

/** Records until it is stopped; the keys of what was acknowledged so far. */
export async function startRecording(url: string) {
  const file = path.join(await makeFolder(), 'keys')
  await writeFile(file, '')
  const child = spawn(process.execPath, typescript('tests/integration/actions/record-forever.ts', file, 'k-'), {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
    stdio: 'inherit',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const closed = once(child, 'close')
  const list = async () => (await readFile(file, 'utf8')).split('\n').slice(0, -1)
  const waitFor = async (count: number) => {
    while ((await list()).length < count) await setTimeout(5)
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await closed
  }
  return { list, waitFor, stop }
}

type Table = { findMany: () => Promise<object[]> }

/** Every row of every table that a backup has, sorted. */
export async function readAll(db: PrismaClient): Promise<Record<string, string[]>> {
  const tables: [string, Table][] = Object.entries({
    action: db.action,
    audit: db.auditEntry,
    change: db.directoryChange,
    identity: db.databaseIdentity,
    journal: db.journal,
    link: db.sourceLink,
    member: db.member,
    messageRule: db.messageRule,
    correction: db.directoryCorrection,
    passkey: db.passkey,
    replacedLogo: db.replacedLogo,
    seat: db.seat,
    settings: db.campaignSettings,
    source: db.sourceTotal,
    supporter: db.supporter,
    sync: db.directorySync,
    total: db.total,
    upkeep: db.upkeep,
    user: db.user,
    version: db.messageRuleVersion,
  })
  return Object.fromEntries(
    await Promise.all(
      tables.map(
        async ([name, table]) => [name, (await table.findMany()).map((row) => JSON.stringify(row)).sort()] as const,
      ),
    ),
  )
}

/** What the seeds of a start do not write, one of each kind of value. */
export async function fill(db: PrismaClient) {
  const at = new Date('2026-11-26T01:02:03.456Z')
  await db.user.create({
    data: {
      id: 'u1',
      name: 'Siân “Ann” Ŵyn',
      email: 'ann@example.org',
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
      role: 'admin',
    },
  })
  await db.auditEntry.create({
    data: {
      at,
      day: '2026-11-26',
      actorId: 'u1',
      action: 'staff.invited',
      entity: 'staff',
      entityId: 'u1',
      after: '{"name":"Ann"}',
    },
  })
  await db.supporter.create({
    data: {
      kind: 'organisation',
      name: 'Logo & Söhne',
      link: 'https://example.org',
      position: 9_000,
      status: 'draft',
      notes: 'two\nlines',
      updatedAt: at,
      logoBytes: new Uint8Array([0, 255, 1, 254]),
      logoType: 'image/webp',
      replacedLogo: {
        create: { hash: 'h', bytes: new Uint8Array([92, 0, 120]), type: 'image/png', width: 1, height: 2 },
      },
    },
  })
  const action = { seatCode: 'E14001063', channel: 'email', kind: 'opened', day: '2026-11-26' }
  await db.action.createMany({
    data: [true, false, null].map((isPersonal, each) => ({
      ...action,
      key: `fill-${each}`,
      source: each ? 'leaflet' : null,
      isPersonal,
    })),
  })
  await db.journal.create({ data: { ...action, count: 3 } })
  await db.total.create({ data: { seatCode: 'E14001063', channel: 'email', kind: 'opened', count: 3 } })
  for (const [source, wording] of [
    ['', 'own'],
    ['leaflet', 'ours'],
    ['leaflet', ''],
  ] as const) {
    await db.sourceTotal.create({
      data: { source, wording, kind: 'opened', channel: 'email', day: '2026-11-26', count: 1 },
    })
  }
  await db.daySalt.create({ data: { day: '2026-11-26', salt: secrets.salt } })
  await db.session.create({
    data: { id: 's1', expiresAt: at, token: secrets.token, createdAt: at, updatedAt: at, userId: 'u1' },
  })
  await db.verification.create({
    data: { id: 'v1', identifier: 'ann', value: secrets.link, expiresAt: at, createdAt: at, updatedAt: at },
  })
}
