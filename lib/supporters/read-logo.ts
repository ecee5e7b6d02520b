import 'server-only'
import { hashLogo } from './data/write'
import type { Logo } from './model/logo'
import { composeLogoFailure, detectLogoFile, type LogoFailure } from './model/logo-file'
import { renderLogo } from './logos/render'

/** At most 480 by 240 pixels. `isOnDark`: it was too light for the wall, and has a dark ground now. */
type ReadLogo = Logo & { width: number; height: number; isOnDark: boolean; hash: string }

export type ReadLogoAnswer =
  { outcome: 'read'; logo: ReadLogo } | { outcome: 'refused'; reason: LogoFailure; message: string }

/**
 * Turns an uploaded file (PNG, JPEG, WebP, AVIF or SVG, at most 5 MB) into a WebP logo. Ignores the file's name
 * and declared type.
 * @param bytes not trusted
 */
export async function readLogo(bytes: Uint8Array): Promise<ReadLogoAnswer> {
  const file = detectLogoFile(bytes)
  const rendered = 'type' in file ? await renderLogo(bytes, file.type) : file
  if ('reason' in rendered)
    return { outcome: 'refused', reason: rendered.reason, message: composeLogoFailure(rendered.reason) }
  return { outcome: 'read', logo: { ...rendered, type: 'image/webp', hash: hashLogo(rendered.bytes) } }
}
