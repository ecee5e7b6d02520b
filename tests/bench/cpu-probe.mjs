// Loaded into a measured server with `node --import`: answers each message of the bench with the CPU
// time that the whole process has used, in microseconds.
process.on('message', (message) => {
  if (message !== 'cpu') return
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuUs: user + system })
})
// Nobody to measure for any more.
process.on('disconnect', () => process.exit())
