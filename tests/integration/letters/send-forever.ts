import { createOutbox } from '@/lib/letters/outbox'

// A server’s outbox in a process of its own, until it is killed; SIGTERM lets it finish what is in hand.
const outbox = createOutbox()
const timer = setInterval(outbox.look, 20)
process.on('SIGTERM', () => {
  clearInterval(timer)
  void outbox.stop().then(() => process.exit(0))
})
