import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { encodePlaces } from '../members/places/file'
import { placesFile } from '../members/places/load'
import { readPlaceList } from '../members/places/read-list'

// npm run places:build -- FILE: builds the places that visitors can type from a CSV, plain or .gz.

const credits = [
  'Towns: GeoNames (https://www.geonames.org), CC BY 4.0',
  'Wards and districts: OS Code-Point Open. Contains OS data © Crown copyright and database right 2025, Royal Mail data © Royal Mail copyright and database right 2025, and National Statistics data © Crown copyright and database right. Open Government Licence v3.0',
]

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: npm run places:build -- FILE')
  process.exit(2)
}
try {
  const bytes = readFileSync(file)
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const places = readPlaceList((isPacked ? gunzipSync(bytes) : bytes).toString())
  const built = encodePlaces(places, credits)
  writeFileSync(placesFile, built)
  console.error(`Wrote ${placesFile}: ${places.length} places, ${built.length} bytes.`)
} catch (error) {
  console.error(`Nothing was written: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
