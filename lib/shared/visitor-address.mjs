// Who a request is counted under. Never a whole IPv6 address, since a household has 2^64 of them, and never
// no one. Every limit, cap and token goes by this.

import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { LRUCache } from 'lru-cache'

/** Stands for all visitors without a known address. They share their own limits. */
export const unknownVisitor = 'unknown'

// Addresses that one of our proxies or a load balancer (RFC 6598) can have, but an outside visitor can't.
const ownRanges = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'carrierGradeNat', 'unspecified'])

/**
 * What a request is counted under: an IPv4 address, the /64 of an IPv6 address such as `2001:db8:0:7::/64`, or
 * `unknown`.
 * @param {import('node:http').IncomingMessage} req
 * @param {string} trustedProxy the header in which our own proxy puts the visitor's address, or '' for the socket's
 */
export function readVisitorPrefix({ headers, socket }, trustedProxy) {
  if (!trustedProxy) return isOwnNetwork(socket.remoteAddress) ? unknownVisitor : toPrefix(socket.remoteAddress)
  return toLastPrefix(String(headers[trustedProxy] ?? ''))
}

/**
 * The prefix of the last address in a list. Our proxy wrote that one; those before may come from the visitor.
 * @param {string} list
 */
export function toLastPrefix(list) {
  return toPrefix(list.split(',').at(-1))
}

/**
 * The prefix of one address, which may have a port or a zone; `unknown` if it isn't an address.
 * @param {string | undefined} text not trusted
 */
export function toPrefix(text) {
  return readAddress(text).prefix
}

/**
 * Whether an address is in our own network, so it belongs to a proxy or to someone on this computer.
 * @param {string | undefined} text
 */
function isOwnNetwork(text) {
  return readAddress(text).isOwn
}

// A visitor sends many requests, and parsing an address takes as long as answering from memory.
/** @type {LRUCache<string, { prefix: string, isOwn: boolean }>} */
const read = new LRUCache({ max: 2_000 })
const maxAddressLength = 100

function readAddress(text = '') {
  const known = read.get(text)
  if (known) return known
  const address = text.length > maxAddressLength ? null : parseAddress(text)
  const facts = {
    prefix: address ? composePrefix(address) : unknownVisitor,
    isOwn: address !== null && ownRanges.has(address.range()),
  }
  if (address) read.set(text, facts)
  return facts
}

/** @param {ipaddr.IPv4 | ipaddr.IPv6} address */
function composePrefix(address) {
  if (address instanceof ipaddr.IPv4) return address.toString()
  const [a = 0, b = 0, c = 0, d = 0] = address.parts
  // 6to4 (RFC 3056) gives each IPv4 address 65,536 of these prefixes, so they all count as that address.
  if (address.range() === '6to4') return toIpv4(b, c)
  // A translator in front of us puts all of IPv4 into one prefix (RFC 6052, RFC 7755).
  if (address.match(nat64)) return toIpv4(address.parts[6], address.parts[7])
  return `${new ipaddr.IPv6([a, b, c, d, 0, 0, 0, 0]).toRFC5952String()}/64`
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** @param {string | undefined} text */
function parseAddress(text = '') {
  const trimmed = text.trim()
  const plain = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(trimmed)?.[1] ?? trimmed.replace(/^([\d.]+):\d{1,5}$/, '$1')
  // The library on its own would also accept 127.1 and 0177.0.0.1.
  return isIP(plain) ? ipaddr.process(plain.replace(/%.*$/, '')) : null
}

/** @param {number} [high] @param {number} [low] */
function toIpv4(high = 0, low = 0) {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
