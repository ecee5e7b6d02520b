import '../own-temp.mjs'
import { defineConfig } from '@playwright/test'
import { browserArgs } from './browser-args'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../.results',
  globalSetup: './servers.ts',
  fullyParallel: true,
  workers: 2, // a third makes it a thirtieth faster on two cores, and the shared desk busier
  retries: 0,
  timeout: 120_000, // for slow machines
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: process.env.HEADLESS_SHELL_PATH ?? process.env.CHROMIUM_PATH,
      args: browserArgs,
    },
  },
})
