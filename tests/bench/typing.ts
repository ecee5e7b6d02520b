import type { Browser, CDPSession, Page } from '@playwright/test'
import path from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '../../lib/cli/setup.mjs'
import { cpuSlowdown, startBrowser, withPhone } from './browser'
import type { Row } from './figures'
import { startShippedServer } from './server'
import { makeFolder } from './sites'

const words = 'I have lived here for nine years and my neighbours fostered a boy who came to this country alone. '
const keys = [...words.repeat(3).slice(0, 200)]
const fields = {
  'the post': 'post',
  'a paragraph of the letter': 'part3',
  'a field that goes into the letter': 'why_it_matters',
}
const frameMs = 16

/**
 * What the keys of one field took: to the next frame, each; how many the Event Timing API calls slow;
 * and the processor time of an average key in script, and in style and layout.
 */
type Keys = { tookMs: number[]; slow: number; scriptMs: number; layoutMs: number }

/**
 * What a key costs in the fields of an MP's page with a slowed processor, beside a plain textarea with
 * the same text in an empty page. It is the time from the key's arrival until the browser has handed
 * on the frame that shows it, so it holds the page's script, style and layout. The
 * wait for the screen's own clock, up to 16.7 ms whatever a page does, is turned off.
 */
export async function benchTyping(): Promise<Row[]> {
  await ensureBuilt()
  const site = await startShippedServer(path.join(makeFolder('typing-data'), 'site.db'))
  const browser = await startBrowser('--disable-frame-rate-limit', '--disable-gpu-vsync')
  try {
    const rows: Row[] = []
    for (const [name, id] of Object.entries(fields)) {
      const { own, text } = await withPhone(browser, async (page) => {
        await page.goto(`${site.url}/take-action/manchester-central`, { waitUntil: 'networkidle' })
        const text = await page.inputValue(`#${id}`)
        return { own: await type(page, id), text }
      })
      const plain = await typePlain(browser, text)
      rows.push({
        what: `A key in ${name}, processor slowed ${cpuSlowdown} times`,
        figure: format(own),
        baseline: `plain textarea: ${format(plain)}`,
        ratio: (at(own, 0.5) / at(plain, 0.5)).toFixed(2),
        target: `< ${frameMs} ms`,
      })
    }
    return rows
  } finally {
    await browser.close()
    await site.stop()
  }
}

function typePlain(browser: Browser, text: string): Promise<Keys> {
  return withPhone(browser, async (page) => {
    await page.setContent(
      '<!doctype html><meta name="viewport" content="width=device-width"><textarea id="plain" rows="6" style="width: 100%"></textarea>',
    )
    await page.fill('#plain', text)
    return type(page, 'plain')
  })
}

/** Types the text at the end of a field, each key after the frame of the one before. */
async function type(page: Page, id: string): Promise<Keys> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  await page.focus(`#${id}`)
  await page.keyboard.press('Control+End')
  // `timeStamp` is when the browser got the key. The frame is made after the callback of
  // requestAnimationFrame, and a message that is posted there arrives when it is done.
  await page.evaluate(() => {
    Object.assign(window, { slow: new Set<number>() })
    const slowEvents = { type: 'event', durationThreshold: 16 }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.name === 'keydown') Reflect.get(window, 'slow').add(entry.startTime)
    }).observe(slowEvents)
    let begunAt = 0
    addEventListener('keydown', (event) => (begunAt = event.timeStamp), true)
    addEventListener(
      'input',
      () =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => Reflect.get(window, 'took')(performance.now() - begunAt)
          port2.postMessage(null)
        }),
      true,
    )
  })
  const tookMs: number[] = []
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await readWork(devTools)
  for (const key of keys) {
    const took = page.evaluate(() => new Promise((resolve) => Object.assign(window, { took: resolve })))
    await page.keyboard.press(key)
    tookMs.push(z.number().parse(await took))
  }
  const slow = await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => resolve(Reflect.get(window, 'slow').size))),
  )
  const after = await readWork(devTools)
  return {
    tookMs: tookMs.toSorted((a, b) => a - b),
    slow: z.number().parse(slow),
    scriptMs: (after.scriptMs - before.scriptMs) / keys.length,
    layoutMs: (after.layoutMs - before.layoutMs) / keys.length,
  }
}

/** The processor time that the page has used so far, which other work on this machine hardly changes. */
async function readWork(devTools: CDPSession) {
  const { metrics } = await devTools.send('Performance.getMetrics')
  const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000
  return { scriptMs: ms('ScriptDuration'), layoutMs: ms('LayoutDuration') + ms('RecalcStyleDuration') }
}

function at({ tookMs }: Keys, share: number): number {
  return tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))] ?? NaN
}

function format(typed: Keys): string {
  const [p50, p95, max] = [0.5, 0.95, 1].map((share) => at(typed, share).toFixed(1))
  const work = `script ${typed.scriptMs.toFixed(1)} ms, style and layout ${typed.layoutMs.toFixed(1)} ms of processor`
  return `median ${p50} ms, p95 ${p95} ms, max ${max} ms (${work}); ${typed.slow} of ${keys.length} at ${frameMs} ms or more by Event Timing`
}
