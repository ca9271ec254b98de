import { oncePer } from '../base/once.ts';
import type { WorkspaceFinding } from '../lint/run-workspace.ts';
import { pointerKey } from '../lint/workspace-rule.ts';

/** Equal keys: the same is found between files. */
export const findingsKey = oncePer((findings: readonly WorkspaceFinding[]): string =>
  findings
    .map(({ rule, severity, message, at, related = [] }) =>
      [rule, severity, message, pointerKey(at), ...related.map((each) => pointerKey(each.at) + each.message)].join(
        '\n',
      ),
    )
    .join('\n\n'),
);
