// Child processes that stop when this process is signalled, or when the npm that runs it is gone.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

const pollMs = 250

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
/** @type {NodeJS.Signals | undefined} */
let receivedSignal

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  receivedSignal ??= signal
  if (children.size === 0) process.exit(codeOf(signal))
  for (const child of children) child.kill(signal)
}

/**
 * The conventional exit code of a process killed by a signal: 128 plus the signal’s number.
 * @param {NodeJS.Signals} signal
 */
function codeOf(signal) {
  return 128 + constants.signals[signal]
}

let isListening = false
function listen() {
  if (isListening) return
  isListening = true
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, stop)
  // If npm is killed, it can’t forward the signal, so we watch for its exit. Under any other parent, such as a
  // shell whose session ends, its exit is no reason to stop.
  if (!process.env.npm_lifecycle_script?.startsWith('node lib/cli/')) return
  const npm = findNpm()
  const timer = setInterval(() => {
    if (findNpm() === npm) return
    clearInterval(timer)
    stop('SIGTERM')
  }, pollMs)
  timer.unref()
}

/** npm’s process id: our parent or, if npm’s shell stays between us (dash does, bash doesn’t), the shell’s parent. */
function findNpm() {
  try {
    // proc(5): pid, name in brackets, state, parent pid
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? []
    return name && /^(?:ba|da)?sh$/.test(name) ? Number(parent) : process.ppid
  } catch {
    return process.ppid // /proc exists only on Linux
  }
}

/**
 * Runs a program and waits for it to exit, forwarding SIGINT and SIGTERM to it.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onOutput?: (text: string) => void }} options `onOutput` is given its output, where `stdio` is a pipe
 * @returns {Promise<{ code: number, isStopping: boolean }>} its exit code, and whether this process was told to stop
 */
export function runChild(command, args, { onOutput, ...options }) {
  listen()
  const child = spawn(command, args, options)
  if (onOutput) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput)
  children.add(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once(onOutput ? 'close' : 'exit', (code, signal) => {
      children.delete(child)
      resolve({ code: code ?? codeOf(signal ?? 'SIGTERM'), isStopping: receivedSignal !== undefined })
    })
  })
}
