import { groupBy } from '../base/group.ts';
import type { Export } from './scope.ts';
import { type Text, textKey } from './text.ts';

/** An export whose name is looked up. */
export interface NamedExport extends Export {
  readonly name: Text;
}

/**
 * Finds the one export of the workspace that an `ImportValue` means: by the whole name, else by what is written behind
 * a stack's name that is not known, as in `${AWS::StackName}-RoleArn`. Undefined where none or several match.
 */
export function exportFinder(exports: readonly NamedExport[]): (wanted: Text) => NamedExport | undefined {
  const byKey = groupBy(exports, ({ name }) => textKey(name));
  const ends = exports.map((each) => ({ each, end: endOf(each.name) }));
  return (wanted) => {
    const exact = byKey.get(textKey(wanted)) ?? [];
    if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
    const end = endOf(wanted);
    const similar = ends.filter((other) => mayBeSame(other.end, end));
    return similar.length === 1 ? similar[0]?.each : undefined;
  };
}

interface End {
  readonly text: string;
  readonly isWhole: boolean;
}

/** Both end in the same words and differ only in what is not known before them. */
function mayBeSame(a: End, b: End): boolean {
  if (a.isWhole && b.isWhole) return false;
  if (a.text === '' || b.text === '') return false;
  if (a.isWhole) return a.text.endsWith(b.text);
  return b.isWhole ? b.text.endsWith(a.text) : a.text === b.text;
}

function endOf(text: Text): End {
  const last = text.at(-1);
  const isWhole = text.every((part) => typeof part === 'string');
  return { text: isWhole ? text.join('') : typeof last === 'string' ? last : '', isWhole };
}
