import type { FragmentModel } from '../lint/model.ts';
import { locateBeginning } from '../policy/beginning.ts';
import type { PolicyKind } from '../policy/kind.ts';
import { locateInResource } from '../policy/locate-resource.ts';
import { locateStandalone } from '../policy/locate-standalone.ts';
import { readPolicy } from '../policy/policy.ts';
import { type ResourceName, resourceNameOf } from '../role/resource-name.ts';
import { summarize } from '../role/summary.ts';
import type { Format, Fragment, FragmentTree, SyntaxDocument } from '../syntax/fragment.ts';
import { child, stringValue } from '../syntax/node.ts';
import { nestedModels } from './nested-template.ts';

/**
 * A cheap look at a text that may be large: false means that nothing of ours is in it. What it looks for is what
 * `isTemplate` and `looksLikePolicy` ask for, in any spelling of JSON and YAML, also in a string.
 */
export function mayHoldPolicy(text: string): boolean {
  if (text.includes('AWS::') && hasKey(text, 'Resources')) return true;
  if (policyWords.some((word) => text.includes(word)) && hasKey(text, 'Statement')) return true;
  return /["']?Version["']?\s*:\s*["']?20(12|08)-10-17/.test(text.slice(0, 4096));
}

/** Some of them stand in others: `NotAction`. */
const policyWords = ['Effect', 'Action', 'Principal', 'NotResource'];

const endOfKey = /\\*["']?\s*:/y;

function hasKey(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    if (/\w/.test(text[at - 1] ?? '')) continue;
    endOfKey.lastIndex = at + key.length;
    if (endOfKey.test(text)) return true;
  }
  return false;
}

/** A document is a template if one of its resources has a type of CloudFormation's shape (`AWS::IAM::Role`, `Custom::X`). */
export function isTemplate(document: SyntaxDocument): boolean {
  return document.fragments.some(
    ({ tree }) => isResource(tree) && /^[A-Za-z0-9]+::/.test(stringValue(child(tree.root, 'Type')) ?? ''),
  );
}

function isResource(tree: FragmentTree): boolean {
  return tree.path.length === 2 && tree.path[0] === 'Resources';
}

export interface ModelRequest {
  readonly fragment: Fragment;
  readonly format: Format;
  readonly inTemplate: boolean;
  readonly path: string;
  readonly kind: PolicyKind | undefined;
}

/** Finds and reads the policies of a fragment. */
export function buildModel({ fragment, format, inTemplate, path, kind }: ModelRequest): FragmentModel {
  const { tree, text } = fragment;
  const common = { tree, text, format, inTemplate, policies: [], summary: undefined, nested: [] };
  if (tree.root === undefined) return common;
  if (!inTemplate) {
    const sites = tree.path.length === 0 ? locateStandalone(tree.root, path, kind) : [];
    return { ...common, policies: sites.map(readPolicy) };
  }
  const id = tree.path[1];
  if (!isResource(tree) || id === undefined) return common;
  const policies = locateInResource(id, tree.root).map(readPolicy);
  const nested = nestedModels(tree.root, { text, format });
  return { ...common, policies, summary: summarize(id, tree.root, policies), nested };
}

/** Of a text in which nothing yet tells that it is a policy; undefined where nothing else tells either. */
export function beginningOf({ fragment, format, path, kind }: ModelRequest): FragmentModel | undefined {
  const { tree, text } = fragment;
  const site = tree.root && locateBeginning(tree.root, path, kind);
  if (site === undefined) return undefined;
  return { tree, text, format, inTemplate: false, policies: [readPolicy(site)], summary: undefined, nested: [] };
}

/** Names under the template's `Parameters`. */
export function parameterNames(document: SyntaxDocument): readonly string[] {
  return document.fragments.flatMap(({ tree }) =>
    tree.path.length === 1 && tree.path[0] === 'Parameters' && tree.root?.type === 'object'
      ? tree.root.properties.map((each) => each.key.value)
      : [],
  );
}

/** What the template's resources are called. */
export function resourceNames(document: SyntaxDocument): readonly ResourceName[] {
  return document.fragments.flatMap(({ tree }) => {
    const id = isResource(tree) ? tree.path[1] : undefined;
    return id === undefined ? [] : (resourceNameOf(id, tree.root) ?? []);
  });
}
