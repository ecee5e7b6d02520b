import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const sources = ['app', 'components', 'lib']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name)))
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/generated/'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8'), imports: importsOf(file) }))

/** What a file imports: packages by name, our own files by their path from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const names = [...text.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm)]
  return names
    .map(([, fixed, dynamic]) => fixed ?? dynamic ?? '')
    .map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name.replace(/^@\//, '')))
}

/** The files that break a rule, each as `file -> import`. */
function breaches(inFiles: RegExp, forbidden: RegExp, except = /^$/): string[] {
  return sources
    .filter(({ file }) => inFiles.test(file) && !except.test(file))
    .flatMap(({ file, imports }) => imports.filter((name) => forbidden.test(name)).map((name) => `${file} -> ${name}`))
}

test('the test sees files and imports', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(importsOf('lib/data/directory.ts')).toContain('lib/data/client')
})

test('domain modules are pure: no framework, no database, no settings, no clock', () => {
  // How long a post is has its own place, and is as pure.
  expect(breaches(/^lib\/(domain\/|post-length)/, /^(next|react|server-only|pino|lib\/(?!domain|post-length))|prisma|node:/)).toEqual([])
  const impure = sources.filter(({ file, text }) => file.startsWith('lib/domain/') && /Date\.now|new Date\(\)|Math\.random|randomUUID/.test(text))
  expect(impure.map(({ file }) => file)).toEqual([])
})

test('lib/data is the only door to the database', () => {
  expect(breaches(/./, /generated\/|@prisma\/|^better-sqlite3$|^pg$/, /^lib\/(data|cli)\//)).toEqual([])
  const withoutGuard = sources.filter(({ file, text }) => /^lib\/data\//.test(file) && !/^import 'server-only'/m.test(text))
  expect(withoutGuard.map(({ file }) => file)).toEqual(['lib/data/url.ts'])
})

test('lib imports nothing from app or components; lib/data and services nothing from operations', () => {
  expect(breaches(/^lib\//, /^(app|components)\//)).toEqual([])
  expect(breaches(/^lib\/(data|domain|postcodes-io-client|members-api|postcode-index|auth|mailer)\//, /^lib\/(operations|cli)\//)).toEqual([])
})

test('components do not reach for the database or the network', () => {
  expect(breaches(/^components\//, /^lib\/(data|operations|env|log)/)).toEqual([])
})

test('outside services are reached through their own folders only', () => {
  const callers = sources.filter(({ text }) => /(?<![.\w])fetch\(/.test(text)).map(({ file }) => file)
  expect(callers.filter((file) => !/^lib\/(postcodes-io-client|members-api)\//.test(file))).toEqual([])
})

test('sign-in, mail and passkeys are reached through their own folders only', () => {
  expect(breaches(/./, /^(@?better-auth|better-call)(\/|$)/, /^lib\/auth\//)).toEqual([])
  expect(breaches(/./, /^@simplewebauthn\//, /^components\/staff\/passkey-[a-z-]+\.tsx$/)).toEqual([])
  expect(breaches(/./, /^nodemailer/, /^lib\/mailer\//)).toEqual([])
})

test('lib/env.ts alone reads the environment', () => {
  const readers = sources.filter(({ text }) => /process\.env/.test(text)).map(({ file }) => file)
  // What runs before Next, or before anything is installed, passes the environment on; lib/env.ts has
  // checked it at the build, and does so again before the first request.
  expect(readers.filter((file) => !/^lib\/(cli|server)\/[\w-]+\.mjs$/.test(file))).toEqual(['lib/env.ts'])
})

test('exports of server action files are only actions', () => {
  for (const { file, text } of sources.filter((source) => source.text.startsWith("'use server'"))) {
    const exported = [...text.matchAll(/^export (?!type )(.*)$/gm)].map(([, rest]) => rest ?? '')
    expect(exported.every((rest) => rest.startsWith('async function ')), file).toBe(true)
  }
})

test('no file is longer than 250 lines and nine of ten are under 120', () => {
  const lengths = sources.map(({ text }) => text.split('\n').length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(250)
  expect(lengths.filter((lines) => lines < 120).length / lengths.length).toBeGreaterThan(0.9)
})
