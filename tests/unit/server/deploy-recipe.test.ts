import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { composeRefusal } from '@/lib/server/front/refusal.mjs'
import { readCommands } from '../../deploy/recipe'

const files = 'lib/server/deploy'
const nginx = readFileSync(`${files}/nginx.conf`, 'utf8')

test('the check runs the README’s commands, and the files they name exist', () => {
  for (const name of ['service', 'proxy', 'two']) {
    const commands = readCommands(name)
    expect(spawnSync('bash', ['-n', '-c', commands], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
    for (const [file] of commands.matchAll(/lib\/server\/\S+/g)) expect(existsSync(file), file).toBe(true)
  }
  expect(() => readCommands('nothing')).toThrow('no commands marked nothing')
  expect(readCommands('two')).toContain('s/# server 127/server 127/')
  expect(nginx).toMatch(/^ {2}# server 127/m) // which that command enables
})

test('nginx’s own pages look like ours', () => {
  const pages = readdirSync(`${files}/stable-futures-pages`)
  expect(pages.sort()).toEqual(['down.html', 'long.html', 'many.html'])
  for (const page of pages) {
    expect(nginx).toContain(`/stable-futures-pages/${page};`)
    const html = readFileSync(`${files}/stable-futures-pages/${page}`, 'utf8').trimEnd()
    expect(html).toBe(composeRefusal(/<h1>[^<]*<\/h1><p>([^<]*)<\/p>/.exec(html)?.[1] ?? ''))
  }
})

test('the README’s settings match the proxy and the service', () => {
  const settings = readCommands('settings')
  expect(settings).toMatch(/^TRUSTED_PROXY=x-real-ip$/m)
  expect(nginx).toMatch(/proxy_set_header X-Real-IP \$remote_addr;/)
  const unit = readFileSync(`${files}/stable-futures@.service`, 'utf8')
  expect(unit).toMatch(/^StateDirectory=stable-futures$/m)
  expect(settings).toMatch(/^VAR_DIR=\/var\/lib\/stable-futures$/m)
  expect(unit).toMatch(/^TimeoutStopSec=20$/m) // twice the site's own limit
})
