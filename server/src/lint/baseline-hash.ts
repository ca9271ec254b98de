/**
 * A short mark of a text, 14 hexadecimal digits, the same on every machine. For telling texts apart, not for secrets:
 * two 32-bit hashes by multiplication (MurmurHash's mixing) run side by side.
 */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  // 21 and 32 bits: as much as a number of JavaScript holds exactly.
  return ((high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)).toString(16).padStart(14, '0');
}
