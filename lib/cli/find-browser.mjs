import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './setup.mjs'

// Chromium without the parts that need a screen: tests that open hundreds of pages take 40% of the time.
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell']
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe']
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds the Chromium or Chrome for browser tests: CHROMIUM_PATH, else an installed one, else Playwright’s download,
 * else (as root) Debian’s package. If there is none, exits and says what to do.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) fail(`CHROMIUM_PATH names ${named}, which does not exist.`)
  const found =
    named ?? findInstalled(names, places) ?? (await downloadFromPlaywright()) ?? installFromDebian('chromium', names)
  return found ?? fail('Could not find Chromium or Chrome. Install one, or set CHROMIUM_PATH to its executable.')
}

/**
 * Finds the headless shell of Chromium, or (as root) installs Debian’s package. It lacks what a window has, such as
 * restoring tabs. Undefined if there is none, or if CHROMIUM_PATH names the browser to use.
 */
export function findHeadlessShell() {
  if (process.env.CHROMIUM_PATH) return undefined
  return findInstalled(shellNames) ?? installFromDebian('chromium-headless-shell', shellNames)
}

/** @param {string[]} names @param {string[]} [places] where they may lie besides PATH */
function findInstalled(names, places = []) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...places].find((file) =>
    existsSync(file),
  )
}

async function downloadFromPlaywright() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  if (!existsSync(file)) {
    process.stderr.write('> No browser found: downloading one with Playwright\n')
    spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
      stdio: 'inherit',
      timeout: 300_000,
    })
  }
  return existsSync(file) ? file : undefined
}

/** @param {string} debianPackage @param {string[]} names */
function installFromDebian(debianPackage, names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stderr.write(`> Installing Debian’s ${debianPackage} package\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', debianPackage], { stdio: 'inherit', env })
  return findInstalled(names)
}

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}
