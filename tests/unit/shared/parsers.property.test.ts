// Every parser of untrusted text takes time that grows no faster than the text, up to the longest text that can reach
// it, so even the worst known input that fits the limit does no harm.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCsvField, formatCsvField } from '@/lib/shared/csv'
import { toCampaignInput } from '@/lib/campaign/model/form'
import { constituencySlug } from '@/lib/members/model/constituency'
import { composeRuleInput } from '@/lib/messages/model/rule-versions'
import { cleanName } from '@/lib/shared/model/display-name'
import { detectLogoFile } from '@/lib/supporters/model/logo-file'
import { composeNameKey } from '@/lib/supporters/model/name-key'
import { parseNotice } from '@/lib/campaign/model/notice'
import { parseCorrection } from '@/lib/members/model/correction-input'
import { readPostcode } from '@/lib/postcodes/model/postcode'
import { pickRuleFields } from '@/lib/messages/model/rule-form'
import { settleForm } from '@/lib/shared/model/conflict'
import { mergeFields } from '@/lib/shared/model/merge'
import { searchSeats } from '@/lib/members/model/search-seats'
import { mailtoUrl } from '@/lib/messages/model/share-links'
import { parseSourceTag, readSourceTagOf } from '@/lib/actions/model/source-tag'
import { readDraft, toInput } from '@/lib/supporters/model/draft'
import { draftFields } from '@/lib/supporters/model/fields'
import { fieldRules } from '@/lib/supporters/model/input'
import { parseSupporterQuery } from '@/lib/supporters/model/list'
import { parseTemplate, seatVariables, visitorVariables } from '@/lib/messages/model/template'
import { parsePeriodEnd } from '@/lib/shared/model/uk-time'
import { composeBody } from '@/lib/messages/model/visitor-details'
import { parseWebLink } from '@/lib/shared/model/web-link'
import { readLines } from '@/lib/shared/model/lines'
import { parseBlueskyHandle, parseEmail, parseXHandle } from '@/lib/members/members-api/contacts'
import { readMembers, readPeers } from '@/lib/members/members-api/members'
import { parseRuleInput } from '@/lib/messages/save-draft'
import { normalisePostcode } from '@/lib/postcodes/model/form'
import { composePost } from '@/lib/messages/model/post'
import { blueskyLength, xLength } from '@/lib/messages/model/post-length'
import { parseLookUp, parseNearest } from '@/lib/postcodes/postcodes-io-client/bodies'
import { chooseEncoding } from '@/lib/server/front/encode.mjs'
import { dropForwardedHeaders, dropInternalHeaders } from '@/lib/server/front/drop-headers.mjs'
import { nameSource } from '@/lib/server/front/name-source.mjs'
import { nameVisitor } from '@/lib/server/front/name-visitor.mjs'
import { refuseForeignPosts } from '@/lib/server/front/refuse-foreign-posts.mjs'
import { refuseManyParameters } from '@/lib/server/front/refuse-odd-requests.mjs'
import { resolveAddress } from '@/lib/server/front/resolve-address.mjs'
import { withoutScripts } from '@/lib/server/front/script-free.mjs'
import { isSmallJson } from '@/lib/server/front/small-json.mjs'
import { toPrefix } from '@/lib/shared/visitor-address.mjs'
import { decodeText } from '@/lib/supporters/csv/decode-text'
import { normaliseCell } from '@/lib/supporters/csv/format-cell'
import { parseHeader } from '@/lib/supporters/csv/columns'
import { planImport } from '@/lib/supporters/csv/plan-import'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'
import { findFastGrowth } from '../../fixtures/growth'
import { nasty } from '../../fixtures/nasty-pieces'
import { passLinks } from '../server/pass-link'

const body = 100_000 // the most that the public can send
const header = 16_000 // all headers together
const answer = 200_000 // another site’s response, or a file; large enough to show non-linear time

const links = [
  nameVisitor({ trustedProxy: 'x-real-ip', siteHost: 'site.example' }),
  nameSource,
  dropForwardedHeaders('x-real-ip'),
  resolveAddress({ resolve: (path) => path, findNear: () => null }),
  dropInternalHeaders,
  refuseManyParameters,
  refuseForeignPosts('site.example'),
]
function request(given: { url?: string; headers?: Record<string, string> }) {
  return chooseEncoding(passLinks(links, given).req)
}
async function* inPieces(text: string) {
  for (let at = 0; at < text.length; at += 1_000) yield text.slice(at, at + 1_000)
}
const allFields = (names: readonly string[], text: string) => Object.fromEntries(names.map((name) => [name, text]))
const ruleFields = [
  'name',
  'isActive',
  'activeFrom',
  'activeUntil',
  'conditions.party',
  'postText',
  'emailSubject',
  'emailBody',
]
const seats = Array.from({ length: 20 }, (_, at) => ({ name: `Seat ${at}`, mp: { name: 'Ann Able' } }))
const entry = (text: string) => ({ typeId: 1, type: text, line1: text, email: text })

/** Each parser with the most characters that can reach it. */
const parsers: Record<string, [number, (text: string) => unknown]> = {
  'a postcode': [body, readPostcode],
  'a template': [body, (text) => parseTemplate(text, seatVariables)],
  'a rule': [
    body / 8, // eight fields share a body
    (text) => parseRuleInput(composeRuleInput(pickRuleFields(allFields(ruleFields, text)))),
  ],
  'a merge of rules': [
    body / 8,
    (text) =>
      mergeFields(
        {
          base: allFields(ruleFields, text),
          theirs: allFields(ruleFields, `${text}a`),
          yours: allFields(ruleFields, `${text}b`),
        },
        ruleFields,
        () => 'yours',
      ),
  ],
  'what was chosen after a conflict': [
    body,
    (text) => settleForm({ do: 'merge', base: text, theirs: `"${text}`, yours: text }, ['name', text]),
  ],
  'a notice': [body, parseNotice],
  settings: [
    body,
    (text) => toCampaignInput(allFields(['hashtags', 'goalOf', 'goalNumber', 'noticeText', 'noticeFrom'], text)),
  ],
  'a correction': [
    body,
    (text) =>
      ['email', 'x', 'bluesky'].map((field) =>
        parseCorrection({ seatCode: 'E14001063', field, value: text, reason: text, expiresOn: text }, '2026-11-22'),
      ),
  ],
  'a name': [2_000, (text) => [cleanName(text), composeNameKey(text), constituencySlug(text)]],
  'a search': [2_000, (text) => searchSeats(seats, text)],
  'a source tag': [header, (text) => [parseSourceTag(text), readSourceTagOf(`https://site.example/?s=${text}`)]],
  'a link': [body, parseWebLink],
  'a supporter': [
    body / 8,
    (text) =>
      draftFields.map((field) => fieldRules[field].safeParse(toInput(readDraft(allFields(draftFields, text)))[field])),
  ],
  'a query of the list': [
    header,
    (text) => parseSupporterQuery(allFields(['query', 'kind', 'status', 'party', 'nation', 'sort', 'page'], text)),
  ],
  'a time': [body, (text) => [parsePeriodEnd(text, 'from'), parsePeriodEnd(text, 'until')]],
  'a letter': [
    10_000,
    (text) => composeBody([{ text }, { variable: 'why_it_matters' }, { text }], allFields(visitorVariables, text)),
  ],
  'a letter in a link': [10_000, (text) => mailtoUrl({ to: 'a@b.example', subject: text.slice(0, 200), body: text })],
  'a post': [
    2_000,
    (text) => composePost(text, 'bluesky', { name: 'Ann', xHandle: 'ann', blueskyHandle: 'ann.bsky.social' }),
  ],
  'a postcode in a letter': [2_000, normalisePostcode],
  'the length of a post': [2_000, (text) => [xLength(text), blueskyLength(text)]],
  'a cell': [body, (text) => [parseCsvField(text), formatCsvField(text), normaliseCell(text), parseHeader(text)]],
  'a file': [answer, (text) => decodeText(Buffer.from(text, 'latin1'))],
  'a file of supporters': [
    16_000,
    async (text) => {
      const file = await readSupporterCsv(Buffer.from(`name,kind\n${text}`))
      return file.outcome === 'read' && planImport(file.rows, { supporters: [], memberNames: new Map() })
    },
  ],
  'a logo': [answer, (text) => detectLogoFile(Buffer.from(`<svg ${text}`))],
  lines: [
    answer,
    async (text) => {
      let count = 0
      for await (const lines of readLines(inPieces(text))) count += lines.length
      return count
    },
  ],
  'a JSON text': [body, (text) => isSmallJson(text, { maxValues: Infinity, maxDepth: Infinity })],
  'an address': [header, (text) => request({ url: `/${text}` })],
  cookies: [header, (text) => request({ url: '/staff', headers: { cookie: `staff.a=${text}` } })],
  'a visitor’s address': [
    header,
    (text) => [toPrefix(text), request({ headers: { 'x-real-ip': text, origin: text, 'x-forwarded-host': text } })],
  ],
  encodings: [header, (text) => request({ headers: { 'accept-encoding': text } })],
  'a page': [answer, (text) => withoutScripts(`<p>${text.replaceAll('<', '&lt;')}</p>`)], // as React escapes text
  'contacts of a Member': [answer, (text) => [parseEmail(text), parseXHandle(text), parseBlueskyHandle(entry(text))]],
  Members: [
    answer,
    (text) => [
      readMembers([
        {
          value: {
            id: 1,
            nameDisplayAs: text,
            nameListAs: text,
            latestParty: { name: text },
            latestHouseMembership: { membershipFrom: text, house: 1 },
          },
        },
      ]),
      readPeers([{ value: { id: 1, nameDisplayAs: text } }]),
    ],
  ],
  'a postcode’s answer': [
    answer,
    (text) => [
      parseLookUp('M1 1AE', {
        status: 200,
        result: {
          postcode: text,
          codes: { parliamentary_constituency_2024: text },
          parliamentary_constituency_2024: text,
        },
      }),
      parseNearest({ status: 200, result: [{ postcode: text }] }),
    ],
  ],
}

const fill = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

describe.each(Object.entries(parsers))('the time of reading %s', (_name, [largest, parse]) => {
  test('grows no faster than its length, for any input', async () => {
    const found: string[] = []
    const check = async (piece: string, compose: (size: number) => string) => {
      const growth = await findFastGrowth(compose, largest, parse)
      if (growth) found.push(`${JSON.stringify(piece)}: ${growth}`)
    }
    for (const piece of nasty) await check(piece, (size) => fill(piece, size))
    // And mixtures: a prefix, a repeated part, and a suffix that breaks the match.
    const mixture = fc.tuple(
      fc.constantFrom(...nasty),
      fc.array(fc.constantFrom(...nasty), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...nasty),
    )
    for (const [before, middle, after] of fc.sample(mixture, 6)) {
      const piece = middle.join('')
      await check([before, piece, after].join('…'), (size) => before + fill(piece, size) + after)
    }
    expect(found).toEqual([])
  }, 120_000)
})
