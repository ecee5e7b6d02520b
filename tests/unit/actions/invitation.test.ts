import { expect, test } from 'vitest'
import { composeInvitation, invitationWays, listInvitationLinks } from '@/lib/actions/model/invitation'
import { shippedTexts } from '@/lib/campaign/model/shipped-texts'
import { readSourceTagOf } from '@/lib/actions/model/source-tag'
import { seatFacts } from '../../fixtures/seat-facts'
import { blueskyLength, xLength } from '@/lib/messages/model/post-length'

const words = shippedTexts.share

// About as long as a campaign's URL is likely to be.
const siteUrl = 'https://campaign.stable-futures-for-every-child.example.org'

test('an invitation fits in a post on every network and links to the front page with its own tag', () => {
  for (const way of invitationWays) {
    const { text, url } = composeInvitation(words, siteUrl, way)
    expect(xLength(`${text} ${url}`)).toBeLessThanOrEqual(280)
    expect(blueskyLength(`${text} ${url}`)).toBeLessThanOrEqual(280)
    expect(url).toBe(`${siteUrl}/?s=share-${way}`)
    expect(readSourceTagOf(url)).toBe(`share-${way}`)
  }
})

test('an invitation from a constituency names it, links to its page and fits too, for the longest name', () => {
  for (const { name, slug } of seatFacts().seats) {
    const seat = { name, url: `${siteUrl}/take-action/${slug}` }
    const { text, url } = composeInvitation(words, siteUrl, 'x', seat)
    expect(text).toContain(`our MP in ${name} `)
    expect(url).toBe(`${siteUrl}/take-action/${slug}?s=share-x`)
    expect(xLength(`${text} ${url}`)).toBeLessThanOrEqual(280)
    expect(blueskyLength(`${text} ${url}`)).toBeLessThanOrEqual(300)
    const [first] = listInvitationLinks(words, siteUrl, seat)
    expect(first?.href).toContain(encodeURIComponent(`${slug}?s=share-whatsapp`))
  }
})

test('every link carries the text and the URL to the network it names', () => {
  const links = new Map(listInvitationLinks(words, siteUrl).map(({ name, href }) => [name, new URL(href)]))
  const post = (way: 'whatsapp' | 'bluesky' | 'x' | 'email') =>
    `${composeInvitation(words, siteUrl, way).text} ${siteUrl}/?s=share-${way}`
  expect(links.get('WhatsApp')).toMatchObject({ host: 'wa.me', pathname: '/' })
  expect(links.get('WhatsApp')?.searchParams.get('text')).toBe(post('whatsapp'))
  expect(links.get('Bluesky')?.searchParams.get('text')).toBe(post('bluesky'))
  expect(links.get('X')?.searchParams.get('text')).toBe(post('x'))
  expect(links.get('Facebook')).toMatchObject({ host: 'www.facebook.com', pathname: '/sharer/sharer.php' })
  expect(links.get('Facebook')?.searchParams.get('u')).toBe(`${siteUrl}/?s=share-facebook`)
  expect(links.get('Email')).toMatchObject({ protocol: 'mailto:', pathname: '' })
  expect(links.get('Email')?.searchParams.get('body')).toBe(post('email'))
})
