import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

// Whatever tests and the processes they start put into the temporary folder goes when the run ends. The processes that
// a runner starts import this too, and keep the folder of the run.
if (process.env.TEST_RUN_FOLDER === undefined) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'test run '))
  chmodSync(folder, 0o711) // PostgreSQL runs as another user where we are root
  process.env.TEST_RUN_FOLDER = folder
  process.env.TMPDIR = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
}
