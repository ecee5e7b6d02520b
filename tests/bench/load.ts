import http from 'node:http'
import type { MeasuredServer } from './server'

/** One kind of request, to be sent many times. `expected` is the status that each answer must have. */
export type Load = {
  server: MeasuredServer
  path: string
  headers?: Record<string, string>
  body?: string
  expected: number
}

/** What a round of requests cost. */
export type Cost = { cpuUs: number; perSecond: number }

const inFlight = 8
const agent = new http.Agent({ keepAlive: true, maxSockets: inFlight })

/**
 * Sends requests over eight kept-alive connections.
 * @returns the server's CPU time for each, in microseconds, and requests a second by the clock
 */
export async function sendRound(load: Load, requests: number): Promise<Cost> {
  const cpuBefore = await load.server.readCpuUs()
  const start = performance.now()
  let left = requests
  const worker = async () => {
    while (left-- > 0) await send(load)
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  const seconds = (performance.now() - start) / 1000
  return { cpuUs: ((await load.server.readCpuUs()) - cpuBefore) / requests, perSecond: requests / seconds }
}

/** Costs of several loads, round after round in turn, so that a busy machine slows all of them alike. */
export async function measure<Name extends string>(
  loads: Record<Name, Load>,
  { rounds, requests, warmUp }: { rounds: number; requests: number; warmUp: number },
): Promise<Record<Name, Cost[]>> {
  const names = Object.keys(loads) as Name[]
  const costs = Object.fromEntries(names.map((name) => [name, [] as Cost[]])) as Record<Name, Cost[]>
  for (const name of names) await sendRound(loads[name], warmUp)
  for (let round = 0; round < rounds; round++) {
    // Every other round goes backwards, so that nothing always follows the same neighbour.
    for (const name of round % 2 ? names.toReversed() : names) costs[name].push(await sendRound(loads[name], requests))
    process.stderr.write(`  round ${round + 1} of ${rounds}\r`)
  }
  return costs
}

function send({ server, path, headers, body, expected }: Load): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      server.url + path,
      { agent, method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        answer.resume()
        answer.on('end', () =>
          answer.statusCode === expected
            ? resolve()
            : reject(new Error(`${path}: ${answer.statusCode}, not ${expected}`)),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
