'use client'

/** The page for an error in the root layout: plain text without the site's frame or styles. */
export default function GlobalError() {
  return (
    <html lang="en-GB">
      <head>
        <title>Sorry, something went wrong – Stable Futures</title>
      </head>
      <body>
        <h1>Sorry, something went wrong</h1>
        <p>This is our fault. Nothing you typed was stored. Please try again in a few minutes.</p>
        <p>
          You can also write to any MP by post: House of Commons, London SW1A 0AA. If you or a child is in danger, call{' '}
          <a href="tel:999">999</a>.
        </p>
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </body>
    </html>
  )
}
