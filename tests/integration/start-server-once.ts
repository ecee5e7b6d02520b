// A process that starts as a server does, and ends.
import { startServer } from '@/lib/operations/start-server'

await startServer()
process.exit(0)
