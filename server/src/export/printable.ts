/**
 * A text that is safe to show in a terminal, as long as before: characters that move the cursor, change the colour or
 * turn the direction of reading are shown as a mark, so that a checked file cannot draw over its own findings.
 */
export function printable(text: string): string {
  let shown = '';
  for (const character of text) shown += printableCharacter(character);
  return shown;
}

/** The same for one character (one code point). */
export function printableCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  const isHidden = (code >= 0x80 && code < 0xa0) || code === 0x2028 || code === 0x2029 || turnsDirection(code);
  return isHidden ? '\ufffd' : character;
}

/** Bidirectional controls, https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
function turnsDirection(code: number): boolean {
  const isMark = code === 0x61c || code === 0x200e || code === 0x200f;
  return isMark || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
