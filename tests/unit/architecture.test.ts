import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** The subjects of lib/, lowest first, and the commands: each may import itself and those before it. */
const subjects = [
  'shared',
  'audit',
  'staff',
  'postcodes',
  'campaign',
  'members',
  'supporters',
  'messages',
  'actions',
  'letters',
  'desk',
  'server',
  'cli',
]

const sources = ['app', 'components', 'lib']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name)),
  )
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/generated/'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8'), imports: listImports(file) }))

/** What a file imports: packages by name, our own files by their path from the root, without ending. */
function listImports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const names = [
    ...text.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm),
  ]
  return names
    .map(([, fixed, dynamic]) => fixed ?? dynamic ?? '')
    .map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name.replace(/^@\//, '')))
}

/** The imports that break a rule, each as `file -> import`. */
function breaches(inFiles: RegExp, forbidden: RegExp): string[] {
  return sources
    .filter(({ file }) => inFiles.test(file))
    .flatMap(({ file, imports }) => imports.filter((name) => forbidden.test(name)).map((name) => `${file} -> ${name}`))
}

/** The files with a pattern in their text, but for those that may have it. */
const filesWith = (pattern: RegExp, allowed: RegExp) =>
  sources.filter(({ file, text }) => pattern.test(text) && !allowed.test(file)).map(({ file }) => file)

const subjectOf = (file: string) => subjects.indexOf(/^lib\/([\w-]+)\//.exec(file)?.[1] ?? '')

/** Every import from one subject's file of another file in a subject. */
const links = sources
  .filter(({ file }) => subjectOf(file) >= 0)
  .flatMap(({ file, imports }) =>
    imports.filter((name) => subjectOf(name) >= 0 && !name.includes('/generated/')).map((name) => ({ file, name })),
  )

test('the test sees files and imports', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(listImports('lib/cli/staff-invite.ts')).toContain('lib/cli/dotenv')
})

test('lib holds the subjects and the commands, and nothing else', () => {
  const folders = readdirSync('lib', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(folders.filter((name) => !subjects.includes(name))).toEqual([])
})

test('subjects import downwards only', () => {
  const upward = links
    .filter(({ file, name }) => subjectOf(name) > subjectOf(file))
    .map(({ file, name }) => `${file} -> ${name}`)
  expect(upward).toEqual([])
})

test('at least six of ten imports in lib stay within their subject', () => {
  const within = links.filter(({ file, name }) => subjectOf(file) === subjectOf(name)).length
  const share = within / links.length
  console.log(`${within} of ${links.length} imports within lib stay in their subject: ${(100 * share).toFixed(1)}%`)
  expect(share).toBeGreaterThanOrEqual(0.6)
})

test('lib imports nothing from app or components', () => {
  expect(breaches(/^lib\//, /^(app|components)\//)).toEqual([])
  expect(breaches(/^(app|components)\//, /^lib\/cli\//)).toEqual([])
})

test('model/ is pure: no framework, no database, no settings, no files, no clock, no chance', () => {
  expect(
    breaches(/^lib\/\w+\/model\//, /^(next|react|server-only|pino)|prisma|^node:|^lib\/(?!\w+\/model\/|\w+\/words$)/),
  ).toEqual([])
  expect(filesWith(/Date\.now|new Date\(\)|Math\.random|randomUUID|process\.env/, /^(?!lib\/\w+\/model\/)/)).toEqual([])
})

test('data/ and shared/database/ are the only doors to the database, and shut to the browser', () => {
  const door = /^lib\/(\w+\/data|shared\/database)\//
  const throughOthers = sources.filter(({ file }) => !door.test(file) && !/^lib\/cli\//.test(file))
  expect(
    throughOthers.flatMap(({ file, imports }) =>
      imports
        .filter((name) => /generated\/|@prisma\/|^better-sqlite3$|^pg$/.test(name))
        .map((name) => `${file} -> ${name}`),
    ),
  ).toEqual([])
  const query =
    /\$(queryRaw|executeRaw|transaction)|\b(db|tx)\.\w+\.(find|create|update|delete|upsert|count|aggregate|groupBy)/
  expect(filesWith(query, door)).toEqual([])
  expect(
    sources.filter(({ file, text }) => door.test(file) && !/^import 'server-only'/m.test(text)).map(({ file }) => file),
  ).toEqual([])
})

test('components take plain values: of lib they import only model/ and words', () => {
  expect(breaches(/^components\//, /^lib\/(?!\w+\/model\/|\w+\/words$)/)).toEqual([])
})

test('outside services, mail, sign-in and passkeys have one place each', () => {
  expect(filesWith(/(?<![.\w])fetch\(/, /^lib\/shared\/http\//)).toEqual([])
  expect(breaches(/^(?!lib\/staff\/sign-in\/)/, /^(@?better-auth|better-call)(\/|$)/)).toEqual([])
  expect(breaches(/^(?!components\/desk\/staff\/passkey-[a-z-]+\.tsx$)/, /^@simplewebauthn\//)).toEqual([])
  expect(breaches(/^(?!lib\/staff\/mail\/)/, /^nodemailer/)).toEqual([])
})

test('one file reads the environment', () => {
  // What runs before Next, or before anything is installed, passes it on; env.ts has checked it at the
  // build, and does so again before the first request.
  expect(filesWith(/process\.env/, /^lib\/(shared\/env\.ts|(cli|server)\/[\w-]+\.mjs)$/)).toEqual([])
})

test('exports of server action files are only actions', () => {
  for (const { file, text } of sources.filter((source) => source.text.startsWith("'use server'"))) {
    const exported = [...text.matchAll(/^export (?!type )(.*)$/gm)].map(([, rest]) => rest ?? '')
    expect(
      exported.every((rest) => rest.startsWith('async function ')),
      file,
    ).toBe(true)
  }
})

// They change nothing, or sign somebody in, for which a link, a challenge or a session is good once only.
const actionsWithoutPress = [
  'askEnrolment',
  'askMembers',
  'askPasskey',
  'askPreview',
  'sendEnrolment',
  'sendPasskey',
  'submitConfirm',
  'submitEmail',
  'submitSignOut',
]
// They ask what a file would do, and which versions to compare.
const formsWithoutPress = ['import-form', 'import-questions', 'version-choice']

test('every action and every form of the desk answers a second press with its first answer', () => {
  const unguarded = sources
    .filter(({ file, text }) => file.startsWith('app/staff/') && text.startsWith("'use server'"))
    .flatMap(({ text }) => text.split(/^export async function /m).slice(1))
    .filter((action) => !action.includes('answerForm'))
    .map((action) => /^\w+/.exec(action)?.[0])
  expect(unguarded.sort()).toEqual(actionsWithoutPress)
  const forms = sources
    .filter(({ file }) => file.startsWith('components/desk/'))
    .flatMap(({ file, text }) =>
      text
        .split('<form')
        .slice(1)
        .map((form) => ({ file, form: form.split('</form>')[0] ?? '' })),
    )
    .filter(({ form }) => /\saction=\{/.test(form) && !/\{scripted\}|name="press"/.test(form))
  expect([...new Set(forms.map(({ file }) => path.basename(file, '.tsx')))].sort()).toEqual(formsWithoutPress)
})

test('no file is longer than 250 lines and nine of ten are under 120', () => {
  const lengths = sources.map(({ text }) => text.split('\n').length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(250)
  expect(lengths.filter((lines) => lines < 120).length / lengths.length).toBeGreaterThan(0.9)
})
