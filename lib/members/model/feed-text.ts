import { decodeText } from '../../shared/model/decode-text'

/**
 * A text of Parliament's feed as the directory stores and compares it: decoded, composed (NFC), without invisible signs,
 * spaces of any kind and number as one.
 */
export function cleanFeedText(text: string): string {
  return decodeText(text).normalize('NFC').replace(/\s+/gu, ' ').trim()
}
