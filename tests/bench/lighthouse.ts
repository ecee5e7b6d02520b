import lighthouse from 'lighthouse'
import { z } from 'zod'

/** Lighthouse's categories, in the order in which its report shows them. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** What Lighthouse gives a page, 0 to 100 for each category. */
export const scores = z.record(z.enum(categories), z.number())
export type Scores = z.infer<typeof scores>

/**
 * Has Lighthouse open a page as on a phone, with its own idea of slow 4G.
 * @param port where the browser listens for DevTools
 * @returns the scores, and the audits that cost points, by name
 */
export async function runLighthouse(url: string, port: number): Promise<{ scores: Scores; lost: string[] }> {
  const run = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...categories], output: 'json' })
  if (!run) throw new Error(`Lighthouse has no result for ${url}`)
  const { lhr } = run
  const lost = categories.flatMap((category) =>
    (lhr.categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => id),
  )
  const score = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100)
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    lost,
  }
}
