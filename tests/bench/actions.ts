import path from 'node:path'
import { buildScripts } from '@/lib/cli/build-scripts.mjs'
import { answerTyped } from '@/lib/members/answer-typed'
import { directorySeed } from '@/lib/members/data/read-seed'
import { composeNamedSeat } from '@/lib/members/model/named-seats'
import { createNameIndex } from '@/lib/members/model/search-names'
import { loadPlaces } from '@/lib/members/places/load'
import { loadPostcodeIndex } from '@/lib/postcodes/index/load'
import { root } from '@/lib/shared/project.mjs'
import { composeFindMpText } from '@/lib/postcodes/words'
import { composeFormRequest, composePostcodeRequest } from './action-request'
import { buildActionSite } from './action-site'
import { compare, formatMedian, type Row } from './figures'
import { measure } from './load'
import { type MeasuredServer, startNextServer } from './server'
import { makeFolder } from './sites'

const effort = { rounds: 11, requests: 120, warmUp: 300 }

// The first postcode exists, the second is well formed and does not, the third is no postcode.
const cases = [
  { name: 'found', postcode: 'M1 1AE', empty: 'redirect' },
  { name: 'not found', postcode: 'M1 9ZZ', empty: 'not-found' },
  { name: 'not a postcode', postcode: 'nope', empty: 'invalid' },
]

/**
 * The CPU time of the postcode form's server action, beside an empty action that gives the same
 * answer, and beside one that answers nothing.
 */
export async function benchActions(): Promise<Row[]> {
  await buildScripts(root)
  const folder = buildActionSite({
    nothing: { state: null },
    redirect: { redirectTo: '/take-action/manchester-central' },
    'not-found': { state: await composeState('M1 9ZZ') },
    invalid: { state: await composeState('nope') },
  })
  const server = await startNextServer(folder, path.join(makeFolder('actions-data'), 'site.db'))
  try {
    const rows: Row[] = []
    for (const { name, postcode, empty } of cases) {
      const isRedirect = empty === 'redirect'
      const costs = await measure(
        {
          lookup: await composePostcodeRequest(server, '/take-action', postcode, isRedirect),
          same: await composePostcodeRequest(server, `/bench/${empty}`, postcode, isRedirect),
          nothing: await composePostcodeRequest(server, '/bench/nothing', postcode, false),
        },
        effort,
      )
      const what = `Lookup action, ${name}: CPU a request`
      const row = (baseline: 'same' | 'nothing', label: string): Row => ({
        what: `${what}${baseline === 'nothing' ? ', beside no answer' : ''}`,
        figure: formatMedian(costs.lookup, 'cpuUs'),
        baseline: `${label}: ${formatMedian(costs[baseline], 'cpuUs')}`,
        ratio: compare(costs.lookup, costs[baseline], 'cpuUs').text,
        // A redirect and no answer at all are different work, so that pair has no target.
        target: isRedirect && baseline === 'nothing' ? '' : '≤ 1.15',
      })
      rows.push(row('same', `empty action, ${isRedirect ? 'same redirect' : 'same answer'}`))
      rows.push(row('nothing', 'empty action, no answer'))
    }
    return [...rows, ...(await benchHandOffs(server))]
  } finally {
    await server.stop()
  }
}

const seat = 'ashford'

/** The hand-off without JavaScript beside the empty action of the same page: one that leads away, one whose page comes back with an answer. */
async function benchHandOffs(server: MeasuredServer): Promise<Row[]> {
  const texts = await readTexts(server)
  const cases = [
    {
      name: 'unchanged, redirected to X',
      empty: 'redirect',
      typed: { ...texts, slug: seat, target: 'x' },
      isRedirect: true,
    },
    {
      name: 'edited, comes back in the page',
      empty: 'composed',
      typed: { ...texts, post: 'My own words', slug: seat, target: 'x' },
      isRedirect: false,
    },
  ]
  const rows: Row[] = []
  for (const { name, empty, typed, isRedirect } of cases) {
    const costs = await measure(
      {
        handOff: await composeFormRequest(server, `/take-action/${seat}`, typed, isRedirect),
        empty: await composeFormRequest(server, `/bench/seat-${empty}/${seat}`, typed, isRedirect),
      },
      effort,
    )
    rows.push({
      what: `Hand-off without JavaScript, ${name}: requests a second`,
      figure: `${formatMedian(costs.handOff, 'perSecond')}, ${formatMedian(costs.handOff, 'cpuUs')}`,
      baseline: `empty action, same page: ${formatMedian(costs.empty, 'perSecond')}, ${formatMedian(costs.empty, 'cpuUs')}`,
      ratio: compare(costs.handOff, costs.empty, 'perSecond').text,
      target: '≥ 0.90',
    })
  }
  return rows
}

/** The texts of the page's form as they stand. */
async function readTexts(server: MeasuredServer) {
  const html = await (await fetch(`${server.url}/take-action/${seat}`)).text()
  const decode = (text: string) =>
    text.replace(
      /&(quot|#x27|lt|gt|amp);/g,
      (_all, name) => ({ quot: '"', '#x27': "'", lt: '<', gt: '>', amp: '&' })[String(name)] ?? '',
    )
  const textOf = (name: string) =>
    decode(new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^]*?)</textarea>`).exec(html)?.[1] ?? '').replace(/^\n/, '')
  const subject = decode(/<input[^>]*name="subject"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '')
  return { post: textOf('post'), subject }
}

/** What the site answers, as an action returns it. */
async function composeState(typed: string) {
  const seats = directorySeed().seats.map(({ slug, name, member, code, region }) =>
    composeNamedSeat({ slug, name, mp: member }, code, region),
  )
  const names = createNameIndex(seats, loadPlaces())
  const answer = await answerTyped(typed, { postcodes: loadPostcodeIndex(), getNames: async () => names, client: null })
  return { ...composeFindMpText(answer), outcome: answer.outcome, value: typed }
}
