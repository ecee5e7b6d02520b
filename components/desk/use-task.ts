'use client'

import { useState } from 'react'
import type { TaskLine, TaskProgress } from '@/lib/shared/model/task'
import { readLines } from '@/lib/shared/model/lines'

/** The state of a long task. `failed` means we don’t know how it ended; `message` is for display. */
export type Task<End> =
  | { state: 'idle' }
  | { state: 'running'; progress: TaskProgress | null }
  | { state: 'ended'; end: End }
  | { state: 'failed'; message: string }

const refusals: Record<number, string> = {
  401: 'You have been signed out. Open the desk in another tab, sign in, and try again.',
  403: 'Your role can’t do this. Ask an admin if you need more.',
  413: 'That file is too long. It may have at most 5 MB.',
}

/**
 * Runs a long task on the server through a route under /staff/api that streams its progress.
 * @returns its state, and a function that starts it, which does nothing while the task is running
 */
export function useTask<End>(href: string): [Task<End>, (body?: FormData) => Promise<End | null>] {
  const [task, setTask] = useState<Task<End>>({ state: 'idle' })

  async function start(body?: FormData): Promise<End | null> {
    if (task.state === 'running') return null
    setTask({ state: 'running', progress: null })
    try {
      const answer = await window.fetch(href, { method: 'POST', body })
      if (!answer.ok || !answer.body)
        return fail(refusals[answer.status] ?? 'The server did not do it. Nothing was changed. Try again in a minute.')
      for await (const lines of readLines(readText(answer.body))) {
        for (const text of lines) {
          const line: TaskLine<End> = JSON.parse(text)
          if ('end' in line) {
            setTask({ state: 'ended', end: line.end })
            return line.end
          }
          setTask({ state: 'running', progress: line.progress })
        }
      }
    } catch {
      // The connection was lost; handled below.
    }
    return fail(
      'The connection was lost, so this page does not know how it ended. It was done whole or not at all: load the page again to see.',
    )
  }

  function fail(message: string): null {
    setTask({ state: 'failed', message })
    return null
  }
  return [task, start]
}

async function* readText(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader() // not every browser can iterate over a stream
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield decoder.decode(value, { stream: true })
  }
}
