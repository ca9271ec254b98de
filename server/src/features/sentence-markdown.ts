/** A text of which nothing is markup, on one line: people name things as they like. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A sentence with names in backticks: they stay code, and all else is no markup. */
export function sentenceMarkdown(sentence: string): string {
  const parts = sentence.split('`');
  // An odd one belongs to a name.
  if (parts.length % 2 === 0) return escapeMarkdown(sentence);
  return parts
    .map((part, index) => {
      const text = part.replace(/\s+/g, ' ');
      return index % 2 === 0 ? escapeMarkdown(part) : text.trim() === '' ? text : `\`${text}\``;
    })
    .join('');
}

/** The same for a place that shows no markup. */
export function sentencePlain(sentence: string): string {
  return sentence.replace(/\s+/g, ' ').replaceAll('`', '');
}
