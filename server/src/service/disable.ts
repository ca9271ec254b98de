import { shift } from '../base/span.ts';
import type { TextChange } from '../edit/change.ts';
import { insertComment } from '../edit/insert-comment.ts';
import { insertItem } from '../edit/insert-item.ts';
import { insertProperty } from '../edit/insert-property.ts';
import type { Changes } from '../edit/place.ts';
import { lineStart } from '../edit/scan.ts';
import type { EditTarget } from '../edit/target.ts';
import { fill, type Writable } from '../edit/writable.ts';
import type { ConfigurationChange } from '../lint/configuration-edit.ts';
import { isInString } from '../lint/suppress-strings.ts';
import { parseJson } from '../syntax/json.ts';
import { child, type Node } from '../syntax/node.ts';
import type { Analysis } from './analysis.ts';
import { type DocumentFinding, sidOf } from './place-findings.ts';

/** A way to accept a finding as it stands. */
export type Disabling =
  | { readonly title: string; readonly changes: readonly TextChange[] }
  | { readonly title: string; readonly configuration: ConfigurationChange };

const reason = fill({ name: 'reason' });

/**
 * The ways to silence a finding, narrowest first, in the form that its file can hold: comments where there are any,
 * `Metadata` in a template, else the configuration. `path` is the file's as the configuration names it, undefined where
 * no configuration can name it.
 */
export function offerDisabling(
  analysis: Analysis,
  finding: DocumentFinding,
  path: string | undefined,
): readonly Disabling[] {
  const { rule } = finding;
  const offers: (Disabling | undefined)[] = [
    ...(finding.place === undefined ? [] : [narrowly(analysis, finding, path), forFile(analysis, finding, path)]),
    path === undefined
      ? undefined
      : { title: `Disable ${rule} for the workspace`, configuration: { type: 'rule', rule, level: 'off' } },
  ];
  return offers.filter((offer) => offer !== undefined);
}

function narrowly(analysis: Analysis, finding: DocumentFinding, path: string | undefined): Disabling | undefined {
  const { rule } = finding;
  return (
    withChanges(`Disable ${rule} for this line`, commentAbove(analysis, finding)) ??
    withChanges(`Disable ${rule} for this resource`, metadataOfResource(analysis, finding)) ??
    forStatement(finding, path)
  );
}

function forFile(analysis: Analysis, finding: DocumentFinding, path: string | undefined): Disabling | undefined {
  const { rule } = finding;
  const title = `Disable ${rule} for this file`;
  const inText = withChanges(title, commentAtTop(analysis, rule) ?? metadataOfTemplate(analysis, finding));
  if (inText !== undefined || path === undefined) return inText;
  return { title, configuration: { type: 'suppression', path, rule } };
}

function forStatement(finding: DocumentFinding, path: string | undefined): Disabling | undefined {
  const { rule, place } = finding;
  const sid = sidOf(finding);
  if (path === undefined || sid === undefined || place?.inTemplate) return undefined;
  return { title: `Disable ${rule} for the statement ${sid}`, configuration: { type: 'suppression', path, rule, sid } };
}

function withChanges(title: string, changes: Changes): Disabling | undefined {
  return changes === undefined || changes.length === 0 ? undefined : { title, changes };
}

function commentAbove({ source, format, state }: Analysis, { span, rule }: DocumentFinding): Changes {
  const text = source.whole();
  const fragments = (state?.documents ?? []).flatMap((each) => each.fragments.map(({ fragment }) => fragment));
  const at = lineStart(text, span.start);
  // Between the lines of a string a comment would become a part of it.
  if (isInString(fragments, at) && isInString(fragments, at - 1)) return undefined;
  const changes = insertComment({ text, format }, span.start, `rolechain-ignore-next-line ${rule} -- ${reasonMark}`);
  return changes?.map(withReason);
}

/** Above everything: the first lines of a file belong to no fragment's inside. */
function commentAtTop({ source, format }: Analysis, rule: string): Changes {
  if (format === 'json') return undefined;
  const text = source.whole();
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = format === 'yaml' ? '#' : '//';
  return [
    { span: { start, end: start }, parts: [`${mark} rolechain-ignore-file ${rule} -- `, { name: 'reason' }, eol] },
  ];
}

function metadataOfResource({ format }: Analysis, { place, rule }: DocumentFinding): Changes {
  if (place === undefined || !place.inTemplate || place.logicalId === undefined) return undefined;
  const { start, text, tree } = place.part.fragment;
  return addEntry({ text, format }, tree.root, ['Metadata', 'RoleChain', 'Ignore'], rule, [
    'Type',
    'Condition',
    'DependsOn',
  ])?.map((change) => ({ ...change, span: shift(change.span, start) }));
}

function metadataOfTemplate({ source, format }: Analysis, { place, rule }: DocumentFinding): Changes {
  if (!place?.inTemplate || format !== 'json') return undefined;
  const text = source.whole();
  const { root } = parseJson(text, { comments: false });
  return addEntry({ text, format }, root, ['Metadata', 'RoleChain', 'Ignore'], rule, [
    'AWSTemplateFormatVersion',
    'Description',
  ]);
}

/** Adds an entry to the list at the end of the keys; what is missing on the way is made. */
function addEntry(
  target: EditTarget,
  object: Node | undefined,
  [key, ...deeper]: readonly string[],
  rule: string,
  after: readonly string[] = [],
): Changes {
  if (key === undefined || object?.type !== 'object') return undefined;
  const present = child(object, key);
  const entry: Writable = { Rule: rule, Reason: reason };
  if (present === undefined) {
    const value = deeper.reduceRight((inner: Writable, name) => ({ [name]: inner }), [entry]);
    return insertProperty(target, object, key, value, { after });
  }
  if (deeper.length > 0) return addEntry(target, present, deeper, rule);
  return present.type === 'array' ? insertItem(target, present, present.items.length, entry) : undefined;
}

const reasonMark = '<reason>';

function withReason({ span, parts }: TextChange): TextChange {
  return {
    span,
    parts: parts.flatMap((part) => {
      if (typeof part !== 'string') return [part];
      const at = part.indexOf(reasonMark);
      return at < 0 ? [part] : [part.slice(0, at), { name: 'reason' }, part.slice(at + reasonMark.length)];
    }),
  };
}
