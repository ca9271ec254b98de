/**
 * A sentence as Markdown: what stands in backticks is code, and all else is text, whatever a name in it looks like.
 */
export function markdownText(sentence: string): string {
  return sentence
    .replace(/[\r\n]+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkup(part)))
    .join('');
}

/** A name as code. */
export function codeText(name: string): string {
  return `\`${name.replace(/[`\r\n]/g, '')}\``;
}

function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~]/g, '\\$&');
}
