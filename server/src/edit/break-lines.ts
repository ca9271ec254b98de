import type { TextChange } from './change.ts';
import type { FlowElements, RenderElements } from './flow-elements.ts';
import { width } from './form.ts';
import { type Layout, lineLimit } from './layout.ts';
import { spreadAt } from './place.ts';
import { columnAt, indentationAt, lineEnd } from './scan.ts';
import type { Surface } from './surface.ts';
import type { Text } from './writable.ts';

/**
 * Gives every property of a JSON object of one line its own line and puts new ones before the one at `index`, for an
 * object that would become too long. Undefined where it would not, where the user wrote longer lines already, where
 * more than the object stands on its line, or where comments stand in between.
 */
export function insertByBreakingLines(
  surface: Surface,
  layout: Layout,
  { container, spans }: FlowElements,
  index: number,
  render: RenderElements,
): readonly TextChange[] | undefined {
  const { text, region, eol } = surface;
  if (layout.language !== 'json' || text.slice(container.start, container.end).includes('\n')) return undefined;
  const isOneLine = !text.slice(region.start, region.end).trim().includes('\n');
  if (isOneLine || spreadAt(surface, container) === 'inline') return undefined;
  const lineWidth = columnAt(text, lineEnd(text, container.end));
  const inline = render('', 'inline')?.flat();
  if (!inline || lineWidth > lineLimit || lineWidth + width(inline) + 2 <= lineLimit) return undefined;

  const indent = indentationAt(text, container.start);
  const newLine = eol + indent + layout.unit;
  const texts = render(indent + layout.unit, 'lines');
  const edges = [container.start + 1, ...spans.flatMap((span) => [span.start, span.end]), container.end - 1];
  const gaps = [...spans, container].map((_, at) => ({ start: edges[2 * at] ?? 0, end: edges[2 * at + 1] ?? 0 }));
  if (!texts || gaps.some((gap) => !/^\s*,?\s*$/.test(text.slice(gap.start, gap.end)))) return undefined;
  // Only what stands between the properties changes: their values may have changes of their own.
  return gaps.map((span, at) => {
    const isLast = at === spans.length;
    const comma: Text = at === 0 || isLast ? [] : [','];
    const added: Text = texts.flatMap((each) => (isLast ? [',', newLine, ...each] : [newLine, ...each, ',']));
    return { span, parts: [...comma, ...(at === index ? added : []), isLast ? eol + indent : newLine] };
  });
}
