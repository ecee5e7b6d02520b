import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** What a browser loads for one page, in bytes as they travel. Fonts count where the page preloads them. */
export type PageBytes = {
  scripts: Map<string, number>
  legacyScripts: number
  styles: number
  html: number
  fonts: number
  thirdParties: number
}

const tag = /<(?:script|link|img|iframe|source)\b[^>]*>/g

/** Loads a page and everything that its HTML names, and weighs each. */
export async function weighPage(site: string, path: string): Promise<PageBytes> {
  const html = await loadText(site + path)
  const tags = html.match(tag) ?? []
  const load = (matching: (element: string) => boolean) => {
    const addresses = new Set(
      tags
        .filter(matching)
        .map(addressOf)
        .filter((address) => address !== ''),
    )
    return Promise.all([...addresses].map(async (address) => [address, await loadBytes(site + address)] as const))
  }
  const scripts = await load((element) => element.startsWith('<script') && !/\bnoModule\b/i.test(element))
  const legacy = await load((element) => element.startsWith('<script') && /\bnoModule\b/i.test(element))
  const styles = await load((element) => element.includes('rel="stylesheet"'))
  const fonts = await load((element) => element.includes('as="font"'))
  return {
    scripts: new Map(scripts.map(([address, bytes]) => [address, brotli(bytes)])),
    legacyScripts: sum(legacy.map(([, bytes]) => brotli(bytes))),
    styles: sum(styles.map(([, bytes]) => brotli(bytes))),
    html: gzipSync(html).length,
    fonts: sum(fonts.map(([, bytes]) => bytes.length)),
    thirdParties:
      tags.filter((element) => !element.includes('rel="canonical"') && /^(?:https?:)?\/\//.test(addressOf(element)))
        .length + countForeign(styles),
  }
}

/** The total of some bytes. */
export function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0)
}

function addressOf(element: string): string {
  return (/\s(?:src|href)="([^"]*)"/.exec(element)?.[1] ?? '').replaceAll('&amp;', '&')
}

function countForeign(styles: (readonly [string, Buffer])[]): number {
  return styles.flatMap(([, bytes]) => bytes.toString().match(/(?:url\(|@import\s+)["']?(?:https?:)?\/\//g) ?? [])
    .length
}

function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

async function loadText(url: string): Promise<string> {
  return (await loadBytes(url)).toString()
}

async function loadBytes(url: string): Promise<Buffer> {
  // Compressing takes longer than the server keeps a connection, and meanwhile nobody notices that it has closed it.
  const answer = await fetch(url, { headers: { connection: 'close' } })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}
