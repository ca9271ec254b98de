import { flowText } from '../../edit/flow-text.ts';
import { layoutAt, leadingColumn } from '../../edit/layout.ts';
import { type Changes, contentSpan, edit, isInFlow } from '../../edit/place.ts';
import { replaceOnSurface } from '../../edit/replace-value.ts';
import { headOf, lineStart } from '../../edit/scan.ts';
import type { Surface } from '../../edit/surface.ts';
import { existing, type Writable } from '../../edit/writable.ts';
import type { Node } from '../../syntax/node.ts';
import { withoutInside } from './own-hand.ts';
import { policyAsWritable } from './policy-value.ts';
import { type Offer, outcome } from './refactoring.ts';
import { verify } from './verify.ts';

/** In a YAML file: a policy in braces, as JSON has them, in the style of lines and dashes, and back. */
export const styles: Offer = (place, scene) => {
  const { policy, model, holder, target } = place;
  const { root } = policy;
  const isYaml = model.format === 'yaml' && (target.embedding === undefined || target.embedding.format === 'yaml');
  if (!isYaml || policy.embedding !== undefined || holder?.value !== root || root.type !== 'object') return [];
  const isFlow = root.style === 'flow';
  const write = (surface: Surface): Changes => {
    if (!isFlow) return writeJson(surface, root);
    const value = policyAsWritable(root);
    return value === undefined || isInFlow(surface, contentSpan(surface, root))
      ? undefined
      : replaceOnSurface(withoutInside(surface, root), root, value);
  };
  return [
    {
      id: isFlow ? 'to-yaml' : 'to-json',
      title: isFlow ? 'Write the policy in YAML, without braces' : 'Write the policy in JSON, within the YAML',
      kind: 'rewrite',
      edit: () => verify(scene, outcome(edit(target, write)), { meaning: 'same' }),
    },
  ];
};

/** Braces may not stand to the left of what they are in: they begin on a line of their own. */
function writeJson(surface: Surface, root: Node): Changes {
  const { text, eol } = surface;
  const span = contentSpan(surface, root);
  const head = headOf(text, span.start);
  if (head?.mark !== ':') return undefined;
  const { unit } = layoutAt(surface, span.start);
  const layout = { ...layoutAt(surface, span.start, true), unit };
  const indent = ' '.repeat(leadingColumn(text.slice(lineStart(text, head.end), head.end))) + unit;
  const value: Writable = existing(root);
  const written = flowText(value, layout, indent, 'lines');
  return written && [{ span: { start: head.end, end: span.end }, parts: [eol, indent, ...written] }];
}
