// `npm install` runs this: git uses the hooks in lib/cli/hooks, in a clone that somebody works in.
// Elsewhere (an archive, a build machine, no git) it does nothing, and it never fails an install.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
if (existsSync(path.join(root, '.git')) && !process.env.CI)
  spawnSync('git', ['config', 'core.hooksPath', 'lib/cli/hooks'], { cwd: root, stdio: 'ignore' })
