// A process that starts as a server does, and ends.
import { startServer } from '@/lib/server/start'

await startServer()
process.exit(0)
