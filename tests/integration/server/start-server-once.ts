// A process that starts as a server does, and exits.
import { startServer } from '@/lib/server/start'

await startServer()
process.exit(0)
