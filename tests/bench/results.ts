import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Row } from './figures'
import { composeLabTables, composeTable, labPage } from './lab-tables'

/** What the figures are about, in the order of the document, and what measures them. */
const parts = {
  postcodes: ['The postcode index', 'npm run bench -- postcodes'],
  names: ['Names and places', 'npm run bench -- names'],
  build: ['Building the postcode index', 'npm run postcodes:build'],
  letters: ['Letters that the site sends', 'npm run bench -- letters'],
  actions: ['Forms', 'npm run bench -- actions'],
  pages: ['Pages, again and again', 'npm run bench -- pages'],
  seats: ['Pages and counts, all 650 in turn', 'npm run bench -- seats'],
  deploy: ['Behind nginx, with TLS and gzip', 'npm run deploy:check'],
  evening: ['An evening on the news', 'npm run bench -- evening'],
  recording: ['Recording an action', 'npm run bench -- recording'],
  growth: ['Recording and counting with many rows', 'npm run bench -- growth'],
  refresh: ['From the desk to the page', 'npm run test:e2e -- refresh.spec.ts'],
  bytes: ['Bytes', 'npm run bench -- bytes'],
  typing: ['Typing', 'npm run bench -- typing'],
} as const
export type Part = keyof typeof parts
const partNames = Object.keys(parts) as Part[]

const measured = z.object({
  part: z.enum(partNames),
  what: z.string(),
  figure: z.string(),
  baseline: z.string(),
  ratio: z.string(),
  target: z.string(),
  date: z.iso.date(),
  machine: z.string(), // its letter
})
const results = z.object({
  machines: z.record(z.string(), z.string()), // by letter
  figures: z.array(measured),
  lab: z.object({ how: z.string(), date: z.iso.date(), machine: z.string(), pages: z.array(labPage) }),
})
/** All that was measured last, on whichever day and machine that was. */
type Results = z.infer<typeof results>

const folder = path.resolve('tests/bench')
/** The document that shows the results. */
export const documentFile = path.join(folder, 'README.md')
const resultsFile = path.join(folder, 'figures.json')

/** The stored results. */
export function readResults(): Results {
  return results.parse(JSON.parse(readFileSync(resultsFile, 'utf8')))
}

/** Stores results and puts them into the document. */
export function writeResults(next: Results): void {
  const document = renderDocument(readFileSync(documentFile, 'utf8'), next) // fails before anything is written
  writeFileSync(resultsFile, `${JSON.stringify(next, null, 2)}\n`)
  writeFileSync(documentFile, document)
}

/** The day, and the machine in a few words. */
export function describeRun(): { date: string; machine: string } {
  const cpus = os.cpus()
  const machine = `${cpus[0]?.model.trim()}, ${cpus.length} cores, Node ${process.version}, ${os.type()}`
  return { date: new Date().toISOString().slice(0, 10), machine }
}

/** The results with new rows: a row takes the place of the one with its name, or comes after those of its part. */
export function updateFigures(old: Results, rows: (Row & { part: Part })[], run = describeRun()): Results {
  const isSame = (a: { part: string; what: string }) => (b: { part: string; what: string }) =>
    a.part === b.part && a.what === b.what
  const known = Object.entries(old.machines).find(([, machine]) => machine === run.machine)?.[0]
  const machine = known ?? String.fromCharCode(65 + Object.keys(old.machines).length)
  const fresh = rows.map(({ part, what, figure, baseline, ratio, target }) => {
    return { part, what, figure, baseline, ratio, target, date: run.date, machine }
  })
  const kept = old.figures.map((figure) => fresh.find(isSame(figure)) ?? figure)
  return {
    ...old,
    machines: { ...old.machines, [machine]: run.machine },
    figures: [...kept, ...fresh.filter((row) => !kept.some(isSame(row)))],
  }
}

/** A document with the results between its marks. @throws when it lacks a mark */
export function renderDocument(document: string, { machines, figures, lab }: Results): string {
  const sections = partNames.flatMap((name) => {
    const [title, command] = parts[name]
    const rows = figures
      .filter(({ part }) => part === name)
      .map(({ what, figure, baseline, ratio, target, date, machine }) => {
        return [what, figure, baseline, ratio, target, `${formatDay(date)}, ${machine}`]
      })
    const head = ['what', 'figure', 'baseline in the same run', 'ratio', 'target', 'measured']
    return rows.length > 0 ? [`### ${title}`, `\`${command}\``, composeTable(head, rows)] : []
  })
  const used = Object.entries(machines).filter(([letter]) => figures.some(({ machine }) => machine === letter))
  const key = ['Machines:', '', ...used.map(([letter, machine]) => `- ${letter}: ${machine}`)].join('\n')
  const labPart = `${lab.how} ${formatDay(lab.date)}, ${lab.machine}.\n\n${composeLabTables(lab.pages)}`
  return replacePart(replacePart(document, 'figures', [...sections, key].join('\n\n')), 'pages', labPart)
}

/** Puts a part between the two marks of its name. */
function replacePart(document: string, name: string, part: string): string {
  const [opening, closing] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const [begin, end] = [document.indexOf(opening), document.indexOf(closing)]
  if (begin < 0 || end < begin) throw new Error(`The document lacks the lines ${opening} and ${closing}, in this order`)
  return `${document.slice(0, begin + opening.length)}\n${part}\n${document.slice(end)}`
}

function formatDay(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
