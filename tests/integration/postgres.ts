import type { TestProject } from 'vitest/node'
import { startPostgres } from '../postgres'

declare module 'vitest' {
  // Vitest's way of typing `inject` is to widen its own interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One PostgreSQL server for all integration tests; each test makes a database of its own. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return server.stop
}
