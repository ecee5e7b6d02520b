import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documentFile, readResults, renderDocument, updateFigures } from '../bench/results'

const text = (file: string) => readFileSync(file, 'utf8')
const documents = [
  'README.md',
  ...['app', 'components', 'lib', 'prisma', 'tests', '.ci'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name)),
  ),
].filter((file) => file.endsWith('.md'))
const tableLines = (file: string) =>
  text(file)
    .split('\n')
    .filter((line) => line.startsWith('| '))

test('the test sees the documents', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'lib/README.md', 'tests/bench/README.md']))
})

test('README.md is a door: what else there is to say stands beside its code', () => {
  expect(Buffer.byteLength(text('README.md'))).toBeLessThanOrEqual(8_500)
})

test('every subject has a README', () => {
  const subjects = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(subjects.map(({ name }) => `lib/${name}/README.md`).filter((file) => !existsSync(file))).toEqual([])
})

test('every setting is in README’s table and in .env.example', () => {
  const settings = [...text('lib/shared/env.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => !['NODE_ENV', 'NEXT_PHASE'].includes(name)) // set by Next
  expect(settings.length).toBeGreaterThan(20)
  const inTable = tableLines('README.md').flatMap((line) => /^\| ([^|]*)/.exec(line)?.[1]?.match(/[A-Z][A-Z_]+/g) ?? [])
  const inExample = [...text('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
  expect(settings.filter((name) => !inTable.includes(name))).toEqual([])
  expect(settings.filter((name) => !inExample.includes(name))).toEqual([])
  expect(inExample.filter((name) => !settings.includes(name ?? ''))).toEqual([])
})

test('every npm script is in README’s table of commands, and every command there is a script', () => {
  const scripts = Object.keys(JSON.parse(text('package.json')).scripts).filter(
    (name) => !/^(pre|post)(install|pare|test|start|build)$/.test(name), // npm runs those by itself
  )
  const firstCells = tableLines('README.md').map((line) => /^\| ([^|]*)/.exec(line)?.[1] ?? '')
  const named = firstCells
    .filter((cell) => cell.includes('`npm '))
    .flatMap((cell) => [...cell.matchAll(/`(?:npm (?:run )?(?:--silent )?)?([\w:-]+)[^`]*`/g)].map(([, name]) => name))
  expect(scripts.filter((name) => !named.includes(name))).toEqual([])
  expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([])
})

test('every relative link of a document leads to a file, and to a heading where it names one', () => {
  const broken = documents.flatMap((file) =>
    [...text(file).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]*)?\)/g)]
      .filter(([, target = '', anchor = '']) => {
        const found = target ? path.join(path.dirname(file), target) : file
        return !existsSync(found) || (anchor && !listAnchors(found).includes(anchor))
      })
      .map(([link]) => `${file}: ${link}`),
  )
  expect(broken).toEqual([])
})

test('every file that a document names is there', () => {
  const gone = documents.flatMap((file) =>
    [...text(file).matchAll(/`((?:app|components|lib|prisma|public|tests)\/[\w./()[\]@-]+)`/g)]
      .filter(([, name = '']) => !existsSync(name) && !name.includes('/generated'))
      .map(([, name]) => `${file}: ${name}`),
  )
  expect(gone).toEqual([])
})

test('the tables of tests/bench/README.md are what its figures render to', () => {
  const document = text(documentFile)
  expect(renderDocument(document, readResults())).toBe(document)
  expect(() => renderDocument('no marks', readResults())).toThrow('<!-- figures:begin -->')
})

test('a measured row replaces the one of its name and part, and a new one is added', () => {
  const old = readResults()
  const known = old.figures[0]
  if (!known) throw new Error('no figures')
  const row = { part: known.part, what: known.what, figure: '1', baseline: '2', ratio: '0.5', target: '' }
  const run = { date: '2030-01-02', machine: 'a machine' }
  const next = updateFigures(old, [row, { ...row, what: 'something new' }], run)
  expect(next.figures).toHaveLength(old.figures.length + 1)
  const [letter] = Object.entries(next.machines).find(([, machine]) => machine === run.machine) ?? []
  expect(Object.keys(old.machines)).not.toContain(letter)
  expect(next.figures[0]).toEqual({ ...row, date: run.date, machine: letter })
  expect(updateFigures(next, [row], run)).toEqual(next)
  expect(next.figures.at(-1)).toMatchObject({ what: 'something new' })
  expect(next.figures.slice(1, -1)).toEqual(old.figures.slice(1))
  expect(renderDocument(text(documentFile), next)).toContain(
    `| something new | 1 | 2 | 0.5 |  | 2 Jan 2030, ${letter} |`,
  )
})

/** The anchors of a document's headings, as code hosts make them. */
function listAnchors(file: string): string[] {
  return [...text(file).matchAll(/^#+ (.*)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-')}`,
  )
}
