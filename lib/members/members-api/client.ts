import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { z } from 'zod'
import { getPicture } from '../../shared/http/get-picture'
import { parseRetryAfterMs } from '../../shared/http/retry-after'
import { constituencyNameKey } from '../model/constituency'
import type { MemberContacts } from '../model/directory'
import type { HeldPost } from '../model/post'
import { listChairs } from './chairs'
import { readContacts } from './contacts'
import type { Answer } from './failure'
import { type Peer, readMembers, readPeers, type MembersList } from './members'
import { createPoliteRequest, PARALLEL_CALLS, type PoliteOptions } from './polite-request'
import { listHolders, type PostPath } from './posts'
import { committeeMemberList, constituencyPage, contactList, departmentList, postList, searchPage } from './shapes'

const PAGE_SIZE = 20 // the API's maximum

/** `unknown`: the API knows no constituency by this name. */
export type SeatStatus = 'held' | 'vacant' | 'unknown'

export type MembersApiClient = {
  /** All current Members of the Commons, page by page; `onProgress` counts pages. */
  listCurrentMembers: (onProgress?: (done: number, total: number) => void) => Promise<Answer<MembersList>>
  /** Current Members of the Lords whose name matches: at most 20. */
  searchPeers: (name: string) => Promise<Answer<Peer[]>>
  getContacts: (memberId: number) => Promise<Answer<MemberContacts>>
  getSeatStatus: (constituencyName: string) => Promise<Answer<SeatStatus>>
  /** Who holds a post in government or on the opposition front bench on a day, YYYY-MM-DD, peers included. */
  listPosts: (kind: 'government' | 'opposition', today: string) => Promise<Answer<HeldPost[]>>
  /** Where Parliament has a Member's portrait: what its answers give as `thumbnailUrl`. */
  portraitAddress: (memberId: number) => string
  /** A Member's portrait as Parliament has it, not trusted; null when there is none. One attempt. */
  getPortrait: (memberId: number) => Promise<Answer<Uint8Array<ArrayBuffer> | null>>
  /** Which of these Members chair a select committee on a day; null when nobody is to be asked. */
  listChairs: ((memberIds: readonly number[], today: string) => Promise<Answer<HeldPost[]>>) | null
}

/** No picture that we take is larger: Parliament's thumbnails have a few hundred kilobytes at most. */
const MAX_PORTRAIT_BYTES = 2_000_000

/**
 * Everything except `baseUrl` has a default. `committeesUrl` is Parliament's Committees API, which alone says who is in
 * the chair; without it there are no chairs.
 */
export type MembersApiOptions = { baseUrl: string; committeesUrl?: string } & Partial<PoliteOptions>

/**
 * A client for UK Parliament's Members API (https://members-api.parliament.uk, Open Parliament Licence v3.0).
 * At most four calls run at once across all methods. Failures are returned, not thrown.
 * @param options `baseUrl` has no trailing slash; times are in milliseconds
 */
export function createMembersApiClient({
  baseUrl,
  committeesUrl = '',
  ...options
}: MembersApiOptions): MembersApiClient {
  const polite: PoliteOptions = {
    fetch: (...args) => globalThis.fetch(...args),
    userAgent: 'stable-futures (directory of MPs, once a day)',
    timeoutMs: 10_000,
    maxBodyBytes: 1_000_000, // a page is about 40 kB
    now: () => new Date(),
    wait: async (ms) => void (await sleep(ms)),
    retryDelayMs: 500,
    maxRetryAfterMs: 60_000,
    maxTries: 3,
    ...options,
  }
  const request = createPoliteRequest(polite)

  async function get<T>(
    path: string,
    query: Record<string, string> | [name: string, value: string][],
    shape: z.ZodType<T>,
    base = baseUrl,
  ): Promise<Answer<T>> {
    const url = new URL(`${base}${path}`)
    url.search = new URLSearchParams(query).toString()
    const answer = await request(url)
    if (!answer.ok) return answer
    const parsed = shape.safeParse(answer.value)
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, failed: { failure: 'unexpected-shape' } }
  }

  const portraitAddress = (memberId: number) => `${baseUrl}/api/Members/${memberId}/Thumbnail`

  const getMembersPage = (skip: number) =>
    get(
      '/api/Members/Search',
      { House: '1', IsCurrentMember: 'true', skip: `${skip}`, take: `${PAGE_SIZE}` },
      searchPage,
    )

  return {
    async listCurrentMembers(onProgress) {
      const first = await getMembersPage(0)
      if (!first.ok) return first
      const { totalResults, items } = first.value
      const skips = Array.from({ length: Math.ceil(totalResults / PAGE_SIZE) }, (_, i) => i * PAGE_SIZE).slice(1)
      let done = 1
      onProgress?.(done, skips.length + 1)

      // A list with a page missing is useless, so one failure cancels the pages still queued.
      let lost: Answer<never> | null = null
      const limit = pLimit(PARALLEL_CALLS)
      const others = await limit.map(skips, async (skip) => {
        if (lost) return lost
        const page = await getMembersPage(skip)
        if (!page.ok) lost = page
        onProgress?.((done += 1), skips.length + 1)
        return page
      })
      const rest: unknown[] = []
      for (const page of others) {
        if (!page.ok) return page
        rest.push(...page.value.items)
      }
      return readMembers([...items, ...rest])
    },

    async searchPeers(name) {
      const answer = await get(
        '/api/Members/Search',
        { House: '2', IsCurrentMember: 'true', Name: name, skip: '0', take: `${PAGE_SIZE}` },
        searchPage,
      )
      return answer.ok ? { ok: true, value: readPeers(answer.value.items) } : answer
    },

    async getContacts(memberId) {
      const answer = await get(`/api/Members/${memberId}/Contact`, {}, contactList)
      return answer.ok ? { ok: true, value: readContacts(answer.value.value) } : answer
    },

    async getSeatStatus(constituencyName) {
      const query = { searchText: constituencyName, skip: '0', take: `${PAGE_SIZE}` }
      const answer = await get('/api/Location/Constituency/Search', query, constituencyPage)
      if (!answer.ok) return answer
      const key = constituencyNameKey(constituencyName)
      const found = answer.value.items.find(({ value }) => !value.endDate && constituencyNameKey(value.name) === key)
      if (!found) return { ok: true, value: 'unknown' }
      return { ok: true, value: found.value.currentRepresentation ? 'held' : 'vacant' }
    },

    listPosts(kind, today) {
      const path: PostPath = kind === 'government' ? '/api/Posts/GovernmentPosts' : '/api/Posts/OppositionPosts'
      return listHolders(
        {
          departments: () => get('/api/Reference/Departments', {}, departmentList),
          posts: (departmentId) =>
            get(path, departmentId === undefined ? {} : { departmentId: `${departmentId}` }, postList),
        },
        today,
      )
    },

    portraitAddress,

    async getPortrait(memberId) {
      const reply = await getPicture(new URL(portraitAddress(memberId)), {
        ...polite,
        maxBodyBytes: MAX_PORTRAIT_BYTES,
        signal: AbortSignal.timeout(polite.timeoutMs),
      })
      switch (reply.outcome) {
        case 'picture':
          return { ok: true, value: reply.bytes }
        case 'none':
          return { ok: true, value: null }
        case 'failed':
          return { ok: false, failed: reply.failed }
        case 'come-back': {
          const askedMs = parseRetryAfterMs(reply.retryAfter, polite.now()) ?? polite.maxRetryAfterMs
          return {
            ok: false,
            failed: { failure: 'rate-limited', until: new Date(polite.now().getTime() + askedMs) },
          }
        }
      }
    },

    listChairs:
      committeesUrl === ''
        ? null
        : (memberIds, today) => {
            const current: [string, string][] = [
              ['MembershipStatus', 'Current'],
              ['CommitteeCategory', 'Select'],
            ]
            const ask = (batch: readonly number[]) =>
              get(
                '/api/Members',
                [...batch.map((id): [string, string] => ['Members', `${id}`]), ...current],
                committeeMemberList,
                committeesUrl,
              )
            return listChairs(ask, memberIds, today)
          },
  }
}
