import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { type Eraser, eraseWithin, findsLoosely, listTexts } from '../../audit/model/eraser'
import type { PrismaClient, Transaction } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'
import { decisionsOn, type ErasureWay } from '../model/erasure-columns'
import { type ErasureTable, erasureTables, type TextRow } from '../model/erasure-tables'
import { type IsLive, readLiveRows } from './live-rows'

/** A row in which it is. `ways`: how it leaves each column; `kept`: the columns in which it stays, since they are live. */
export type FoundRow = {
  of: ErasureTable
  row: TextRow
  isLive: boolean
  ways: { column: string; way: ErasureWay }[]
  kept: string[]
}

/** What stands for the address of somebody who was removed. */
const neutralDomain = '@removed.invalid'

/** Looks through every table row by row, in steps that yield. */
export async function findRows(db: PrismaClient | Transaction, eraser: Eraser, now: Date): Promise<FoundRow[]> {
  const isLive = await readLiveRows(db, now)
  const found: FoundRow[] = []
  for (const table of erasureTables) {
    const decided = decisionsOn(table.model).filter(([, decision]) => 'erased' in decision || 'shown' in decision)
    const columns = [...new Set([...table.key, ...decided.map(([column]) => column)])].map((column) => `"${column}"`)
    const rows = await db.$queryRawUnsafe<TextRow[]>(
      `SELECT ${[...columns, ...(table.also ?? [])].join(', ')} FROM "${table.table}" ORDER BY ${table.key.map((column) => `"${column}"`).join(', ')}`,
    )
    found.push(...rows.flatMap((row) => findIn(table, row, isLive, eraser) ?? []))
    await setImmediate()
  }
  return found
}

function findIn(of: ErasureTable, row: TextRow, isLive: IsLive, eraser: Eraser): FoundRow | null {
  const live = isLive(of.model, of.key.map((column) => String(row[column])).join(' '))
  const found: FoundRow = { of, row, isLive: live, ways: [], kept: [] }
  for (const [column, decision] of decisionsOn(of.model)) {
    const text = row[column]
    if (typeof text !== 'string' || !('erased' in decision || 'shown' in decision)) continue
    const way = 'erased' in decision && !(decision.isShownLive && live) ? decision.erased : null
    if (!findsBy(way, text, eraser)) continue
    if (way === null) found.kept.push(column)
    else if (way !== 'tag') found.ways.push({ column, way })
  }
  return found.ways.length + found.kept.length > 0 ? found : null
}

function findsBy(way: ErasureWay | null, text: string, eraser: Eraser): boolean {
  switch (way) {
    case 'json':
      return listTexts(JSON.parse(text), eraser).length > 0
    case 'address':
      return !text.endsWith(neutralDomain) && eraser.finds(text)
    case 'row':
    case 'empty':
    case null:
      return findsLoosely(text, eraser)
    default:
      return eraser.finds(text)
  }
}

/** Erases it from a row, or deletes the row. Columns in which it is live stay. */
export async function eraseRow(tx: Transaction, { of, row, ways }: FoundRow, eraser: Eraser): Promise<void> {
  const { parameter, enumType } = dialectOf()
  const isDeleted = ways.some(({ way }) => way === 'row')
  const values = isDeleted ? [] : ways.map(({ column, way }) => rewrite(row, column, way, eraser))
  const sets = isDeleted ? [] : ways.map(({ column }, index) => `"${column}" = ${parameter(index + 1)}`)
  const where = of.key.map((column, index) => {
    const given = parameter(values.length + index + 1)
    return `"${column}" = ${of.enumKey ? `CAST(${given} AS ${enumType(of.enumKey)})` : given}`
  })
  await tx.$executeRawUnsafe(
    `${isDeleted ? 'DELETE FROM' : 'UPDATE'} "${of.table}"${isDeleted ? '' : ` SET ${sets.join(', ')}`} WHERE ${where.join(' AND ')}`,
    ...values,
    ...of.key.map((column) => row[column]),
  )
}

function rewrite(row: TextRow, column: string, way: ErasureWay, eraser: Eraser): string | null {
  const text = String(row[column])
  if (way === 'empty') return null
  if (way === 'address') return `${String(row.id)}${neutralDomain}`
  return way === 'json' ? JSON.stringify(eraseWithin(JSON.parse(text), eraser)) : eraser.erase(text)
}

/** A piece of each text of a row in which it is. @param isKept of those in which it stays, else of those that are erased */
export function extractRow({ row, ways, kept }: FoundRow, isKept: boolean, eraser: Eraser): string {
  const columns = isKept ? kept : ways.map(({ column }) => column)
  return columns
    .flatMap((column) => {
      const text = String(row[column])
      const texts = listParts(text).filter((each) => eraser.finds(each))
      return (texts.length > 0 ? texts : [text]).map((each) => eraser.extract(each))
    })
    .join(' · ')
}

function listParts(text: string): string[] {
  if (!text.startsWith('{')) return [text]
  try {
    return listTexts(JSON.parse(text), { finds: () => true })
  } catch {
    return [text]
  }
}
