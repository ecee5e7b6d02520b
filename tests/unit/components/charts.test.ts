import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placeBars } from '@/components/charts/bars'

const series = ['x', 'bluesky', 'email']
const size = { width: 640, height: 220 }
const row = fc.record({ label: fc.string(), values: fc.dictionary(fc.constantFrom(...series), fc.nat(1_000_000)) })

test('whatever the figures, bars stay in the plot, keep their proportions and stack up', () => {
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ label }) => label, maxLength: 60 }), (rows) => {
      const { parts, ticks, labels } = placeBars(rows, series, size, 8)
      expect(parts).toHaveLength(
        rows.flatMap(({ values }) => Object.values(values)).filter((value) => value > 0).length,
      )
      for (const { x, y, width, height } of parts) {
        expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(-1e-6)
        expect(x + width).toBeLessThanOrEqual(size.width + 1e-6)
        expect(y + height).toBeLessThanOrEqual(size.height + 1e-6)
      }
      const perUnit = parts.map(({ value, height }) => height / value)
      for (const each of perUnit) expect(each).toBeCloseTo(perUnit[0] ?? 0, 6)
      for (const { label } of rows) {
        const own = parts.filter((part) => part.label === label)
        const tall = own.reduce((sum, { height }) => sum + height, 0)
        if (own.length > 0) expect(Math.min(...own.map(({ y }) => y))).toBeCloseTo(size.height - tall, 6)
      }
      expect(ticks.map(({ value }) => value)).toEqual(ticks.map(({ value }) => Math.round(value)))
      expect(labels.length).toBeLessThanOrEqual(8)
    }),
  )
})

test('a chart has a title, a description and a table of the same figures', () => {
  const html = execFileSync(process.execPath, ['--import', 'tsx', 'tests/fixtures/render-chart.ts'], {
    encoding: 'utf8',
  })
  for (const size of ['wide', 'narrow']) {
    expect(html).toContain(`role="img" aria-labelledby="c-${size}-title c-${size}-desc"`)
    expect(html).toContain(`<desc id="c-${size}-desc">Most on &lt;Monday&gt;.</desc>`)
  }
  expect(html.match(/<rect class="chart-part chart-part-[12]" x=/g)).toHaveLength(4)
  expect(html).toContain('<th scope="row">2026-11-21</th><td>1,200</td><td>3</td>')
  expect(html).toContain('<th scope="row">2026-11-22</th><td>0</td><td>0</td>')
})

test('neither the charts nor their library are shipped to browsers', () => {
  const files = ['app', 'components']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((file) => /\.tsx?$/.test(file))
  const client = files.filter((file) => readFileSync(file, 'utf8').startsWith("'use client'"))
  expect(client.length).toBeGreaterThan(5)
  for (const file of client) expect(readFileSync(file, 'utf8'), file).not.toMatch(/from '[^']*(charts\/|d3-)/)
})
