import { expect, it } from 'vitest'
import { findListDate } from '@/lib/postcodes/index-build/list-date'
import { createReport } from '@/lib/postcodes/index-build/report'

it.each([
  ['/home/2024-01/ONSPD_AUG_2026.zip:Data/ONSPD_AUG_2026_UK.csv', '2026-08'],
  ['data/gb-postcodes-pcon24-2025-10-with-retired.csv.gz', '2025-10'],
  ['ONSPD_Online_Latest_Centroids (2).csv', '2026-05'],
  ['NSPL21_February 2025.csv', '2025-02'],
  ['/tmp/20251130/list.csv', '2026-05'],
  ['codepo_gb_20251130.csv', '2025-11-30'],
])('of %s is %s', (source, date) => {
  expect(findListDate({ ...createReport(), sources: [source], newestIntroduction: '2026-05' })).toBe(date)
})
