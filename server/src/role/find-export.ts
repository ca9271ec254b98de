import type { Export } from './scope.ts';
import { type Text, textKey } from './text.ts';

/** An export whose name is looked up. */
export interface NamedExport extends Export {
  readonly name: Text;
}

/**
 * The one export of the workspace that an `ImportValue` means: by the whole name, else by what is written behind a
 * stack's name that is not known, as in `${AWS::StackName}-RoleArn`. Undefined where none or several match.
 */
export function findExport(wanted: Text, exports: readonly NamedExport[]): NamedExport | undefined {
  const key = textKey(wanted);
  const exact = exports.filter(({ name }) => textKey(name) === key);
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const similar = exports.filter(({ name }) => mayBeSame(name, wanted));
  return similar.length === 1 ? similar[0] : undefined;
}

/** Both end in the same words and differ only in what is not known before them. */
function mayBeSame(name: Text, wanted: Text): boolean {
  const a = endOf(name);
  const b = endOf(wanted);
  if (a.isWhole && b.isWhole) return false;
  if (a.text === '' || b.text === '') return false;
  if (a.isWhole) return a.text.endsWith(b.text);
  return b.isWhole ? b.text.endsWith(a.text) : a.text === b.text;
}

function endOf(text: Text): { readonly text: string; readonly isWhole: boolean } {
  const last = text.at(-1);
  const isWhole = text.every((part) => typeof part === 'string');
  return { text: isWhole ? text.join('') : typeof last === 'string' ? last : '', isWhole };
}
