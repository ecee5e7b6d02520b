import type { Browser, CDPSession, Page } from '@playwright/test'
import { z } from 'zod'
import { cpuSlowdown, withPhone } from './browser'
import type { ByteKind, LabLoad } from './lab-tables'

// Slow 4G. The delay is added to each request; connecting has none.
const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const longTaskMs = 50

// By DevTools' names.
const kindOf: Record<string, ByteKind> = {
  Document: 'HTML',
  Stylesheet: 'CSS',
  Script: 'JavaScript',
  Font: 'fonts',
  Image: 'images',
}

const entries = z.array(
  z.object({ name: z.string(), startTime: z.number(), duration: z.number(), value: z.number().optional() }),
)

/** Loads a page over slow 4G with a slowed processor and an empty cache, until network and processor rest. */
export function loadInLab(browser: Browser, url: string): Promise<LabLoad> {
  return withPhone(browser, async (page, devTools) => {
    const traffic = await watchTraffic(devTools)
    await devTools.send('Network.emulateNetworkConditions', network)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    const fcpMs = (await read(page, 'paint')).find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN
    const tasks = await read(page, 'longtask')
    return {
      fcpMs,
      lcpMs: (await read(page, 'largest-contentful-paint')).at(-1)?.startTime ?? NaN,
      // What each task has over 50 ms, of the part of it that is after the first paint.
      tbtMs: sum(
        tasks.map(({ startTime, duration }) =>
          Math.max(0, startTime + duration - Math.max(startTime, fcpMs) - longTaskMs),
        ),
      ),
      cls: sum((await read(page, 'layout-shift')).map(({ value = 0 }) => value)),
      ...traffic(),
    }
  })
}

/** How many scripts of the site's own run while a page loads, inline ones too. */
export function countScripts(browser: Browser, url: string): Promise<number> {
  return withPhone(browser, async (page, devTools) => {
    await devTools.send('Profiler.enable')
    await devTools.send('Profiler.startPreciseCoverage', { callCount: true })
    await page.goto(url, { waitUntil: 'networkidle' })
    const { result } = await devTools.send('Profiler.takePreciseCoverage')
    // Playwright's own scripts, and this file's, have no address of the site.
    return result.filter(
      (script) =>
        script.url.startsWith(new URL(url).origin) &&
        script.functions.some(({ ranges }) => (ranges[0]?.count ?? 0) > 0),
    ).length
  })
}

async function watchTraffic(devTools: CDPSession): Promise<() => Pick<LabLoad, 'requests' | 'bytes'>> {
  const kinds = new Map<string, ByteKind>()
  const bytes: LabLoad['bytes'] = {}
  let requests = 0
  devTools.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) requests++
  })
  devTools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.url.startsWith('data:')) kinds.set(requestId, kindOf[type] ?? 'other')
  })
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind) bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
  })
  await devTools.send('Network.enable')
  return () => ({ requests, bytes })
}

/** What the browser has noted of one kind since the page began. */
async function read(page: Page, type: string) {
  const noted = await page.evaluate((type) => {
    const observer = new PerformanceObserver(() => undefined)
    observer.observe({ type, buffered: true })
    return observer.takeRecords().map((entry): unknown => entry.toJSON())
  }, type)
  return entries.parse(noted)
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
