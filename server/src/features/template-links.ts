import type { Span } from '../base/span.ts';
import { table } from '../base/table.ts';
import { alternatives } from '../policy/alternatives.ts';
import { child, stringValue } from '../syntax/node.ts';
import type { FragmentPlace } from './fragment-place.ts';
import { innerSpan } from './mention-place.ts';

/** A template that a resource deploys. */
export interface TemplateLink {
  /** In the fragment's text. */
  readonly span: Span;
  /** As the workspace names files. */
  readonly path: string;
}

/** Properties that hold the path of a template beside the own one, as `aws cloudformation package` takes it. */
const properties: Readonly<Record<string, string>> = table({
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::CloudFormation::StackSet': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
});

/** Links to the templates that a resource deploys from a path; `isThere` says which files there are. */
export function templateLinks(
  { file, model }: FragmentPlace,
  isThere: (path: string) => boolean,
): readonly TemplateLink[] {
  const { root } = model.tree;
  const property = properties[stringValue(child(root, 'Type')) ?? ''];
  const value = property && child(child(root, 'Properties'), property);
  if (!model.inTemplate || !value) return [];
  return alternatives(value).flatMap((node) => {
    const path = node.type === 'string' ? pathBeside(file, node.value) : undefined;
    return path !== undefined && isThere(path) ? [{ span: innerSpan(node), path }] : [];
  });
}

function pathBeside(file: string, written: string): string | undefined {
  if (written === '' || written.startsWith('/') || /^[a-z0-9]+:\/\//i.test(written)) return undefined;
  const steps = file.split('/').slice(0, -1);
  for (const step of written.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
