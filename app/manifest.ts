import type { MetadataRoute } from 'next'

/** How the site appears when someone adds it to their phone's home screen. */
export default function manifest(): MetadataRoute.Manifest {
  const icons = [192, 512].flatMap((size) =>
    (['any', 'maskable'] as const).map((purpose) => ({
      src: `/icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  )
  return {
    name: 'Stable Futures',
    short_name: 'Stable Futures',
    description: 'Ask your MP to act for trafficked and unaccompanied children.',
    start_url: '/',
    display: 'browser',
    lang: 'en-GB',
    background_color: '#fbf6ec',
    theme_color: '#fbf6ec',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }, ...icons],
  }
}
