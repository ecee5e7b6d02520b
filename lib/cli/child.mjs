// Children that end when this process is told to, or when npm, which runs it, is gone.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

const lookMs = 250

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
/** @type {NodeJS.Signals | undefined} */
let told

/** @param {NodeJS.Signals} signal */
function tell(signal) {
  told ??= signal
  if (children.size === 0) process.exit(codeOf(signal))
  for (const child of children) child.kill(signal)
}

/** The custom for a process that a signal has ended: 128 and its number. @param {NodeJS.Signals} signal */
function codeOf(signal) {
  return 128 + constants.signals[signal]
}

let isListening = false
function listen() {
  if (isListening) return
  isListening = true
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, tell)
  // Killed, npm passes nothing on. Started by anything else, a parent that ends (a shell, at the end of a
  // session) is no reason to stop.
  if (!process.env.npm_lifecycle_script?.startsWith('node lib/cli/')) return
  const npm = findNpm()
  const timer = setInterval(() => {
    if (findNpm() === npm) return
    clearInterval(timer)
    tell('SIGTERM')
  }, lookMs)
  timer.unref()
}

/** The process that npm is: our parent, or that of the shell in which it runs us, where a shell stays (dash does, bash does not). */
function findNpm() {
  try {
    // proc(5): the number, the name in brackets, the state, and the parent's number
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? []
    return name && /^(?:ba|da)?sh$/.test(name) ? Number(parent) : process.ppid
  } catch {
    return process.ppid // no such folder but on Linux
  }
}

/**
 * Runs a program to its end. Meanwhile SIGINT and SIGTERM are passed on to it.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number, isTold: boolean }>} its exit code, and whether this process was told to stop
 */
export function runChild(command, args, options) {
  listen()
  const child = spawn(command, args, options)
  children.add(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      children.delete(child)
      resolve({ code: code ?? codeOf(signal ?? 'SIGTERM'), isTold: told !== undefined })
    })
  })
}
