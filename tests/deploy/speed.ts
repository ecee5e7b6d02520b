import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { root } from '../../lib/cli/setup.mjs'
import type { Setup } from './pages'
import { check } from './report'

const seconds = 5
const facts = z.object({ seats: z.array(z.object({ slug: z.string() })) })

/** Requests a second by wrk, over TLS and gzip, with 32 connections; every answer must be 200. */
function load(port: number, script: string): number {
  const url = `https://localhost:${port}`
  const { stdout, status } = spawnSync('wrk', ['-t2', '-c32', `-d${seconds}s`, '-s', script, url], { encoding: 'utf8' })
  const bad = /Non-2xx[^\n]*/.exec(stdout)?.[0]
  if (status !== 0 || bad) throw new Error(`${url}: ${bad ?? `wrk ended with ${status}`}`)
  return Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1])
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Public pages through the recipe against the same pages as files of the same nginx: TLS and compression alike. */
export async function checkSpeed({ ask, recipe, ports }: Setup): Promise<void> {
  const { seats } = facts.parse(JSON.parse(readFileSync(path.join(root, 'prisma/seed/seats.json'), 'utf8')))
  const take = async (page: string, name: string, from: string) => {
    const { text } = await ask(page, { headers: { 'accept-encoding': 'gzip' }, from })
    writeFileSync(path.join(recipe.folder, 'bare', `${name}.html.gz`), gzipSync(text, { level: 6 }))
    return { page, file: `/${name}.html` }
  }
  const some = await Promise.all([
    take('/', 'front', '198.51.100.1'),
    take('/supporters', 'supporters', '198.51.100.1'),
  ])
  const mps = await Promise.all(seats.map(({ slug }, n) => take(`/take-action/${slug}`, slug, `198.51.100.${n % 250}`)))
  console.log(
    `\nRequests a second on ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, over TLS and gzip, the load generator beside it; median of three:`,
  )
  for (const pages of [...some.map((one) => [one]), mps]) {
    const [bySite, byFile] = [
      writeScript(
        recipe.folder,
        'site',
        pages.map(({ page }) => page),
      ),
      writeScript(
        recipe.folder,
        'file',
        pages.map(({ file }) => file),
      ),
    ]
    const rounds = [0, 1, 2].map(() => ({ site: load(ports.https, bySite), file: load(ports.bare, byFile) }))
    const [site, file] = [median(rounds.map((round) => round.site)), median(rounds.map((round) => round.file))]
    const name = pages.length === 1 ? pages[0]?.page : `${pages.length} pages of MPs in turn`
    await check(
      `${name}: ${Math.round(site)}, as a file ${Math.round(file)}: ${(site / file).toFixed(2)}, at least 0.50`,
      async () => {
        if (site < file / 2) throw new Error('too slow')
      },
    )
  }
}

/** Pages in turn, each visit from another address, so that no limit is in the way. */
function writeScript(folder: string, name: string, paths: string[]): string {
  const file = path.join(folder, `${name}.lua`)
  writeFileSync(
    file,
    `local paths = {${paths.map((one) => `"${one}"`).join(',')}}
local at = math.random(#paths)
local headers = { ["Accept-Encoding"] = "gzip" }
request = function()
  at = at % #paths + 1
  headers["X-Test-Address"] = "10." .. math.random(255) .. "." .. math.random(255) .. "." .. math.random(255)
  return wrk.format("GET", paths[at], headers)
end
`,
  )
  return file
}
