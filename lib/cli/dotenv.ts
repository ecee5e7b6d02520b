import { existsSync } from 'node:fs'

// Next reads .env itself; our own commands do it here, before lib/shared/env.ts is imported.
if (existsSync('.env')) process.loadEnvFile('.env')
