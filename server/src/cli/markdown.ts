import type { Paint } from '../export/paint.ts';

/**
 * A page of Markdown for a terminal, without its comments. With the plain paint it stays Markdown, which reads well as
 * it is.
 */
export function renderMarkdown(page: string, paint: Paint): string {
  let isCode = false;
  const lines = page.split(/\r?\n/).flatMap((line) => {
    if (/^\s*(```|~~~)/.test(line)) {
      isCode = !isCode;
      return [paint('faint', line)];
    }
    if (!isCode && /^\s*<!--.*-->\s*$/.test(line)) return [];
    return [isCode ? paint('code', line) : renderLine(line, paint)];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderLine(line: string, paint: Paint): string {
  if (/^#{1,6} /.test(line)) return paint('strong', line);
  return line
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .map((part) => {
      if (part.startsWith('`')) return paint('code', part);
      return part.startsWith('**') ? paint('strong', part) : part;
    })
    .join('');
}
