import 'server-only'
import { createHash } from 'node:crypto'
import { applyChanges, readKnownSupporters } from './data/import'
import type { Change } from '../audit/model/actor'
import { createPacer } from './pace'
import type { ImportPlan } from './csv/import-plan'
import { planImport } from './csv/plan-import'
import { type ImportChoices, readSupporterCsv, type SupporterCsv } from './csv/read-file'

export type PreviewAnswer =
  | (Omit<Extract<SupporterCsv, { outcome: 'read' }>, 'outcome'> & {
      outcome: 'planned'
      plan: ImportPlan
      seal: string // for `confirmImport`
    })
  | { outcome: 'refused'; line: number | null; message: string }

export type ApplyAnswer =
  | { outcome: 'applied'; added: number; changed: number }
  | { outcome: 'outdated' } // the data behind the plan has changed: plan again
  | { outcome: 'has-wrong-rows'; wrong: number }

/**
 * Plans an import without applying it.
 * @param bytes not trusted, like `choices`: what people decided about the file
 */
export async function previewImport(
  bytes: Uint8Array,
  choices?: ImportChoices,
  now = new Date(),
): Promise<PreviewAnswer> {
  const file = await readSupporterCsv(bytes, choices)
  if (file.outcome === 'refused') return file
  const plan = await planImport(file.rows, { ...(await readKnownSupporters()), now }, choices?.answers)
  return { ...file, outcome: 'planned', plan, seal: await sealPlan(plan) }
}

async function sealPlan({ rows }: ImportPlan): Promise<string> {
  const pace = createPacer()
  const hash = createHash('sha256')
  for (const row of rows) {
    await pace()
    hash.update(`${JSON.stringify(row)}\n`)
  }
  return hash.digest('hex')
}

/**
 * Applies exactly what was previewed: plans the same file again and refuses it as `outdated` unless the plan is
 * identical. Nothing sent back by the browser needs to be trusted.
 */
export async function confirmImport(
  bytes: Uint8Array,
  seal: string,
  change: Change,
  onProgress?: (done: number, all: number) => void,
  choices?: ImportChoices,
): Promise<ApplyAnswer | Extract<PreviewAnswer, { outcome: 'refused' }>> {
  const preview = await previewImport(bytes, choices)
  if (preview.outcome === 'refused') return preview
  return preview.seal === seal
    ? applyImport(preview.plan, change, onProgress, choices?.addsAsked)
    : { outcome: 'outdated' }
}

/**
 * Writes a plan in one transaction, all or nothing.
 * @param plan from `planImport` in this process; anything that comes back from a browser goes through
 * `confirmImport`
 * @param onProgress how many of the rows are done
 * @param addsAsked whether rows that are asked about are somebody new
 */
export async function applyImport(
  plan: ImportPlan,
  change: Change,
  onProgress: (done: number, all: number) => void = () => {},
  addsAsked = false,
): Promise<ApplyAnswer> {
  if (plan.counts.wrong > 0) return { outcome: 'has-wrong-rows', wrong: plan.counts.wrong }
  const changed = plan.rows.flatMap((row) =>
    row.outcome === 'changed' ? [{ ...row.after, id: row.id, version: row.version }] : [],
  )
  const added = plan.rows.flatMap((row) =>
    row.outcome === 'new' || (addsAsked && row.outcome === 'asked') ? [row.after] : [],
  )
  const isApplied = await applyChanges({ changed, added, newestId: plan.newestId }, change, onProgress)
  return isApplied ? { outcome: 'applied', added: added.length, changed: changed.length } : { outcome: 'outdated' }
}
