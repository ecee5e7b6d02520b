import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

// A process takes half a second to start, and several on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const root = path.resolve(import.meta.dirname, '../../..')
type Run = { code: number | null; stdout: string; stderr: string }

/** Runs one of our commands as a process; `hangUpAfter` bytes of output its reader goes away. */
function run(script: string, args: string[], input: string, hangUpAfter = Infinity): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', `lib/cli/${script}`, ...args],
      { cwd: root },
    )
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      stdout += piece
      if (stdout.length > hangUpAfter) child.stdout.destroy()
    })
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece))
    child.stdin.on('error', () => undefined)
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.end(input)
  })
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'postcodes cli '))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('postcodes:lookup', () => {
  const header = 'postcode,outcome,constituency_code\n'

  it('answers every line with a row', async () => {
    const { code, stdout, stderr } = await run(
      'postcodes-lookup.ts',
      [],
      'sw1a0aa\r\nSWIA OAA\n\nBT1 1AA\nJE2 3AB\nZZ1 1ZZ\n=1+1\nAB10 1AB',
    )
    expect(stdout).toBe(
      `${header}SW1A 0AA,found,E14001172\nSW1A 0AA,found,E14001172\n,invalid,\nBT1 1AA,unavailable,\nJE2 3AB,not_represented,\nZZ1 1ZZ,not_found,\n'=1+1,invalid,\nAB10 1AB,found,S14000061\n`,
    )
    expect([code, stderr]).toEqual([0, ''])
  })

  it('prints only the header for no input', async () => {
    expect(await run('postcodes-lookup.ts', [], '')).toEqual({ code: 0, stdout: header, stderr: '' })
  })

  it('keeps up with a long list', async () => {
    const { stdout } = await run('postcodes-lookup.ts', [], 'SW1A 0AA\n'.repeat(200_000))
    expect(stdout.length).toBe(header.length + 'SW1A 0AA,found,E14001172\n'.length * 200_000)
  })

  it('ends quietly when its reader goes away', async () => {
    expect(await run('postcodes-lookup.ts', [], 'SW1A 0AA\n'.repeat(500_000), 1)).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('postcodes:build', () => {
  it('writes an index and says what it read', async () => {
    const list = path.join(folder, 'list.csv')
    writeFileSync(list, 'postcode,pcon24cd\nAB10 1AB,S14000061\nrubbish,S14000061\n')
    const out = path.join(folder, 'made', 'list.bin')
    const { code, stderr } = await run(
      'postcodes-build.ts',
      [list, '--date', '2024-02', '--credit', 'Us', '--out', out, '--allow-small'],
      '',
    )
    expect(stderr).toContain('1  live postcodes')
    expect(stderr).toContain('list.csv:3 not a postcode')
    expect([code, readdirSync(path.dirname(out))]).toEqual([0, ['list.bin']])
  })

  it('refuses a part of the country, with exit code 1', async () => {
    const list = path.join(folder, 'part.csv')
    writeFileSync(list, 'postcode,pcon24cd\nAB10 1AB,S14000061\n')
    const { code, stderr } = await run('postcodes-build.ts', [list, '--out', path.join(folder, 'part.bin')], '')
    expect([code, stderr]).toEqual([1, expect.stringContaining('nothing was written: 1 live postcodes are too few')])
    expect(readdirSync(folder)).not.toContain('part.bin')
  })

  it.each([[[]], [['list.csv', '--date', 'May']], [['--colour']]])(
    'explains itself for %j, with exit code 2',
    async (args) => {
      const { code, stderr } = await run('postcodes-build.ts', args, '')
      expect([code, stderr]).toEqual([2, expect.stringContaining('Usage: npm run postcodes:build')])
    },
  )

  it('names a file that cannot be read', async () => {
    const { code, stderr } = await run('postcodes-build.ts', [path.join(folder, 'none.csv')], '')
    expect([code, stderr]).toEqual([1, expect.stringContaining('none.csv cannot be read')])
  })
})
