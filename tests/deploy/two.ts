import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import { root } from '../../lib/cli/setup.mjs'
import { composeForm } from './ask'
import type { Setup } from './pages'
import { check } from './report'
import { type Site, startSite } from './site'

const facts = z.object({ seats: z.array(z.object({ slug: z.string(), code: z.string() })) })

/** Two processes on one PostgreSQL behind one nginx; one dies in the middle of an evening. */
export async function checkTwo({ ask, ports, origin, recipe }: Setup, settings: Record<string, string>): Promise<void> {
  const starting = await Promise.allSettled(ports.sites.map((port) => startSite(port, settings)))
  const sites: Site[] = starting.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  try {
    for (const one of starting) if (one.status === 'rejected') throw one.reason
    recipe.useTwo()
    const { seats } = facts.parse(JSON.parse(readFileSync(path.join(root, 'prisma/seed/seats.json'), 'utf8')))
    const acknowledged: string[] = []
    const pages = { good: 0, bad: [] as number[] }
    let left = 0
    // By email: every seat with an MP has it, or the letter. Each visitor has an address and a browser of their own.
    const act = async () => {
      for (let at = left++; at < 400; at = left++) {
        const { slug, code } = seats[at] ?? { slug: '', code: '' }
        const from = `198.18.${at >> 8}.${at & 255}`
        const seat = await ask(`/take-action/${slug}?n=${at}`, { from }) // not nginx's own copy
        if (seat.status === 200) pages.good++
        else pages.bad.push(seat.status)
        const answer = await ask(`/take-action/${slug}`, {
          ...composeForm(seat.text, { target: 'gmail' }, origin),
          from,
        }).catch(() => null)
        if (answer?.status === 303) acknowledged.push(code)
        if (acknowledged.length === 120) await sites[0]?.stop('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: 8 }, act))
    await check(
      'one of two processes killed under load: every acknowledged action is in the database, once',
      async () => {
        const client = new Client({ connectionString: settings.DATABASE_URL })
        await client.connect()
        const { rows } = await client.query('SELECT "seatCode" FROM "Action" WHERE channel = $1 AND kind = $2', [
          'email',
          'opened',
        ])
        await client.end()
        const counted = z
          .array(z.object({ seatCode: z.string() }))
          .parse(rows)
          .map(({ seatCode }) => seatCode)
        const lost = acknowledged.filter((code) => !counted.includes(code))
        assert.deepEqual([lost, new Set(counted).size, acknowledged.length > 300], [[], counted.length, true])
        console.log(`  ${acknowledged.length} acknowledged, ${counted.length} in the database`)
      },
    )
    await check('and pages go on: each of them was answered', async () =>
      assert.deepEqual([pages.bad, pages.good], [[], 400]),
    )
  } finally {
    await Promise.all(sites.map((site) => site.stop()))
  }
}
