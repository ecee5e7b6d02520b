import { existsSync } from 'node:fs'

// Next loads .env itself. Our own commands do it here, before lib/shared/env.ts is imported.
if (existsSync('.env')) process.loadEnvFile('.env')
