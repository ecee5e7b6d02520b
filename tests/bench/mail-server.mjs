// A mail server that takes everything, in a thread of its own, so that it takes none of the measured process's time.
import { parentPort } from 'node:worker_threads'
import { SMTPServer } from 'smtp-server'

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, _session, done) => {
    stream.on('end', () => done())
    stream.resume()
  },
})
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(JSON.parse(JSON.stringify(server.server.address())).port))
