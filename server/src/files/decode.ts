import { largestText } from '../service/largest-text.ts';
import { tooLarge } from './failure.ts';

/** The text of a file's bytes, or why they are none. */
export type Decoded =
  | { readonly text: string; readonly isDamaged: boolean }
  | { readonly text: undefined; readonly message: string };

/**
 * Reads UTF-8, and UTF-16 where it begins with its mark (shells on Windows write it). The mark is no part of the text.
 * Bytes that are no UTF-8 become U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  // What came through a pipe: it told no size before.
  if (bytes.length > largestText) return { text: undefined, message: tooLarge };
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (utf16 === undefined && bytes.includes(0)) return { text: undefined, message: 'not a text file' };
  const encoding = utf16 ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isDamaged: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), isDamaged: true };
  }
}
