import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './setup.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe']
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The Chromium or Chrome that browser tests use: CHROMIUM_PATH, else one of the system, else
 * Playwright's own, downloaded, else Debian's package when this runs as root. Ends the process
 * with advice when there is none.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) fail(`CHROMIUM_PATH names ${named}, which does not exist.`)
  const found = named ?? findInstalled() ?? (await downloadPlaywrights()) ?? installDebians()
  return found ?? fail('No Chromium or Chrome was found. Install one, or set CHROMIUM_PATH to its program.')
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...places].find((file) =>
    existsSync(file),
  )
}

async function downloadPlaywrights() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  if (!existsSync(file)) {
    process.stderr.write('> No browser here: asking Playwright to download one\n')
    spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
      stdio: 'inherit',
      timeout: 300_000,
    })
  }
  return existsSync(file) ? file : undefined
}

function installDebians() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stderr.write('> Installing Debian’s chromium\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env })
  return findInstalled()
}

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}
