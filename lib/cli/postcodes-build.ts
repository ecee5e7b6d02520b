import { parseArgs } from 'node:util'
import { directorySeed } from '../members/data/read-seed'
import { buildPostcodeIndex, type BuildResult } from '../postcodes/index-build/build'
import type { Progress } from '../postcodes/index-build/collect'
import { formatReport } from '../postcodes/index-build/report'
import { PostcodeSourceError } from '../postcodes/index-build/source-error'
import { createProgress } from './progress'

const usage = `Usage: npm run postcodes:build -- FILE... [--date YYYY-MM-DD] [--credit TEXT] [--out FILE] [--allow-small]
Builds the postcode index from lists of one postcode and its constituency per row, or from the ONS
Postcode Directory or the NSPL. Files can be plain, .gz or .zip. A date can also be YYYY or YYYY-MM;
without one it comes from the file's name, or else from the newest postcode in it.`

function readArguments() {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      credit: { type: 'string' },
      out: { type: 'string', default: 'prisma/seed/postcodes.bin' },
      'allow-small': { type: 'boolean', default: false },
    },
  })
  if (files.length === 0) throw new Error('Name at least one file.')
  if (values.date !== undefined && !/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(values.date)) {
    throw new Error(`--date must be YYYY-MM-DD, YYYY-MM or YYYY, not ${values.date}.`)
  }
  return {
    files,
    date: values.date ?? null,
    credit: values.credit ?? null,
    out: values.out,
    isSmallAllowed: values['allow-small'],
  }
}

function printResult(result: BuildResult, out: string): void {
  for (const line of formatReport(result.report)) console.error(line)
  if (result.kind === 'refused') {
    console.error(`Refused, and nothing was written: ${result.reason}`)
    process.exitCode = 1
    return
  }
  const { bytes, memoryBytes, terminatedKept, terminatedDropped } = result.fitted
  if (terminatedDropped > 0) {
    console.error(
      `Left out ${terminatedDropped} terminated postcodes to stay within the size limits. The newest ${terminatedKept} are included.`,
    )
  }
  console.error(
    `Wrote ${out} from the list of ${result.date}: ${bytes.length} bytes, ${memoryBytes} in memory. Every postcode was read back correctly.`,
  )
}

async function build(request: ReturnType<typeof readArguments>): Promise<void> {
  const bar = createProgress(process.stderr)
  const onProgress = ({ name, share }: Progress) => bar.show(`${name}, per cent`, Math.round(share * 100), 100)
  const constituencies = new Set(directorySeed().seats.map(({ code }) => code))
  try {
    const result = await buildPostcodeIndex({ ...request, constituencies, onProgress }).finally(() => bar.stop())
    printResult(result, request.out)
  } catch (error) {
    if (!(error instanceof PostcodeSourceError)) throw error
    console.error(`Nothing was written: ${error.message}`)
    process.exitCode = 1
  }
}

function readArgumentsOrExplain(): ReturnType<typeof readArguments> | null {
  try {
    return readArguments()
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exitCode = 2
    return null
  }
}

const request = readArgumentsOrExplain()
if (request !== null) await build(request)
