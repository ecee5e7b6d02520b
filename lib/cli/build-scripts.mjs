// Bundles our own browser scripts, components/browser/, into public/scripts/: one file per kind of page, named after its
// contents, and names.json, where components/site/own-script.tsx finds the names.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { context } from 'esbuild'

/** The entries in components/browser/, one per kind of page. */
export const scriptNames = ['letter', 'postcode', 'wall']

/**
 * @typedef {{ name: string, file: string, bytes: Uint8Array }} Script `file`: its name with its hash
 */

/**
 * Bundles and minifies the scripts, and writes nothing.
 * @param {string} root the project's root
 * @returns {Promise<Script[]>} fails when a script has an error
 */
export async function bundleScripts(root) {
  /** @type {Script[]} */
  let scripts = []
  const bundling = await prepareBundling(root, (bundled) => void (scripts = bundled))
  try {
    await bundling.rebuild()
  } finally {
    await bundling.dispose()
  }
  return scripts
}

/**
 * Writes the scripts, and removes those of earlier builds.
 * @param {string} root the project's root
 */
export async function buildScripts(root) {
  writeScripts(root, await bundleScripts(root))
}

/**
 * Writes the scripts, now and whenever a source changes, for as long as this process runs.
 * @param {string} root the project's root
 */
export async function watchScripts(root) {
  await buildScripts(root)
  const bundling = await prepareBundling(root, (scripts) => writeScripts(root, scripts))
  await bundling.watch()
}

/** @param {string} root @param {(scripts: Script[]) => void} onBundled not called when there was an error */
function prepareBundling(root, onBundled) {
  return context({
    absWorkingDir: root,
    entryPoints: scriptNames.map((name) => `components/browser/${name}.ts`),
    outdir: 'public/scripts',
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    // The oldest browsers that run modules and have what the scripts use; others get the page without scripts.
    target: ['es2020', 'safari14', 'chrome80', 'firefox78'],
    supported: { destructuring: true }, // Safari 14 fails at a rare form of it only, which we don't write
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
    plugins: [
      {
        name: 'take-output',
        setup: (build) =>
          build.onEnd(({ errors, outputFiles = [] }) => {
            if (errors.length === 0) onBundled(outputFiles.map(toScript))
          }),
      },
    ],
  })
}

/** @param {import('esbuild').OutputFile} output @returns {Script} */
function toScript({ path: place, contents }) {
  const file = path.basename(place)
  return { name: file.replace(/-\w+\.js$/, ''), file, bytes: contents }
}

/** @param {string} root @param {Script[]} scripts */
function writeScripts(root, scripts) {
  const folder = path.join(root, 'public/scripts')
  mkdirSync(folder, { recursive: true })
  for (const { file, bytes } of scripts) writeFileSync(path.join(folder, file), bytes)
  const names = Object.fromEntries(scripts.map(({ name, file }) => [name, file]))
  writeFileSync(path.join(folder, 'names.json'), JSON.stringify(names))
  const current = new Set(['names.json', ...Object.values(names)])
  for (const each of readdirSync(folder)) if (!current.has(each)) rmSync(path.join(folder, each), { recursive: true })
}
