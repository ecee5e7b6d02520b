import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addressOnBluesky, composeEmail, composePost } from '@/lib/domain/message'
import { parseDirectoryFacts } from '@/lib/domain/seat-facts'
import { mailtoUrl } from '@/lib/domain/share-links'

const campaign = { minister: 'the Home Secretary', hashtags: ['#StableFutures', '#AllChildren'], siteUrl: 'https://stablefutures.example' }
const afzal = { name: 'Afzal Khan', xHandle: null, blueskyHandle: 'afzalkhanmcr.bsky.social', constituency: 'Manchester Rusholme', nation: 'England' }
const addressees = parseDirectoryFacts(readFileSync('prisma/facts/seats.json', 'utf8')).seats.flatMap(({ name, nation, member }) =>
  member ? [{ ...member, constituency: name, nation }] : [],
)

test('the post asks first, then hashtags, then the Member by handle', () => {
  expect(composePost(afzal, campaign)).toBe(
    'Trafficked and unaccompanied children deserve an independent guardian and a plan for their future. #StableFutures #AllChildren\n\n' +
      '@afzalkhanmcr.bsky.social, please raise this with the Home Secretary. https://stablefutures.example',
  )
})

test('the guardian ask goes to England and Wales only', () => {
  for (const [nation, isAsked] of [['England', true], ['Wales', true], ['Scotland', false], ['Northern Ireland', false]] as const) {
    const to = { ...afzal, nation }
    const everything = composePost(to, campaign) + JSON.stringify(composeEmail(to, campaign))
    expect(everything.includes('guardian'), nation).toBe(isAsked)
    expect(everything, nation).toContain('plan')
  }
})

test('the email begins by residence and ends its subject with the constituency', () => {
  const { subject, body } = composeEmail(afzal, campaign)
  expect(subject).toMatch(/ – Manchester Rusholme$/)
  expect(body).toMatch(/^Dear Afzal Khan,\n\nI live in Manchester Rusholme/)
  expect(body).toMatch(/\[Your name\]\n\[Your address and postcode\]$/)
})

test('for all 650 seats the post fits X and Bluesky, never begins with a handle, and the mailto stays short', () => {
  expect(addressees).toHaveLength(650)
  for (const to of addressees) {
    const post = composePost(to, campaign)
    // X counts any address as 23; the rest of our default text weighs one a character.
    expect(post.replace(campaign.siteUrl, 'x'.repeat(23)).length, to.name).toBeLessThanOrEqual(280)
    expect(addressOnBluesky(post, to).length, to.name).toBeLessThanOrEqual(300)
    expect(post.startsWith('@')).toBe(false)
    expect(mailtoUrl({ to: to.email ?? 'nobody@example.org', ...composeEmail(to, campaign) }).length, to.name).toBeLessThanOrEqual(1800)
  }
})

test('Bluesky swaps the handle only for a Member who has both', () => {
  const both = { xHandle: 'one', blueskyHandle: 'two.bsky.social' }
  expect(addressOnBluesky('hello @one, @one', both)).toBe('hello @two.bsky.social, @two.bsky.social')
  expect(addressOnBluesky('hello @one', { ...both, blueskyHandle: null })).toBe('hello @one')
})
