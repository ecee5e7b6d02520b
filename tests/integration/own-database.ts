import { copyFilled } from './copy-filled'

// Before a test file is imported it gets a database of its own: the settings of the site are read when its
// modules are imported.
process.env.DATABASE_URL = await copyFilled()
