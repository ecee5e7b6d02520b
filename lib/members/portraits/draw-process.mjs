// Draws one portrait in two sizes in a separate process, so that a broken or malicious file can cost only its own time
// and memory. Takes the picture on stdin and the sizes as JSON in an argument; writes the lengths of the two as a line
// of JSON to stdout, then their bytes (WebP, in that order). Without a picture that can be used it writes nothing.
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'

const options = { limitInputPixels: 40_000_000, failOn: /** @type {const} */ ('error') }
const leastSide = 64 // smaller is no portrait

sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'] })
sharp.cache(false)
sharp.concurrency(1)

/** @type {{ width: number, height: number }[]} */
const sizes = JSON.parse(process.argv[2] ?? '[]')
const bytes = await buffer(process.stdin)
try {
  const { width, height } = await sharp(bytes, options).metadata()
  if (Math.min(width, height) >= leastSide) {
    // The face is above the middle; what sticks out is cut off below. Metadata is left behind.
    const drawn = await Promise.all(
      sizes.map((size) =>
        sharp(bytes, options)
          .autoOrient()
          .resize({ ...size, fit: 'cover', position: 'top' })
          .flatten({ background: '#ffffff' })
          .toColourspace('srgb')
          .webp({ quality: 76, effort: 5 })
          .toBuffer(),
      ),
    )
    process.stdout.write(`${JSON.stringify(drawn.map(({ length }) => length))}\n`)
    for (const picture of drawn) process.stdout.write(picture)
  }
} catch {
  // Not a picture, or not one of ours to read: nothing is the answer.
}
