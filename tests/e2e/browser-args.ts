/** The browser's launch arguments: nothing outside this machine can be reached; x.com and the like don't resolve. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu', // the tests' machines have none; its stand-in in a process of its own costs a sixth of the time
  '--in-process-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]
