'use client'

/** A fault in the frame of every page: plain words without the site's frame or styles. */
export default function GlobalError() {
  return (
    <html lang="en-GB">
      <body>
        <h1>Sorry, something went wrong</h1>
        <p>This is our fault. Please try again in a few minutes.</p>
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </body>
    </html>
  )
}
