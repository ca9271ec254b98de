import { groupBy } from '../base/group.ts';
import { oncePer } from '../base/once.ts';
import { alternatives, listItems } from '../policy/alternatives.ts';
import { documentsAt } from '../policy/document-at.ts';
import { isWrittenOut } from '../policy/element-names.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';
import type { EntitySource, EntityTags } from './entity.ts';
import type { Grant } from './grant.ts';
import { grantsOfPolicy, hiddenGrant, type PlacedPolicy } from './policy-grants.ts';
import { literalText, type Text } from './text.ts';
import { uncertainNodes } from './uncertain-nodes.ts';
import { readText, readTexts } from './written-texts.ts';

/** A resource of a template while it is read. */
export interface TemplateResource {
  readonly file: string;
  readonly fragment: string;
  /** Logical id. */
  readonly id: string;
  readonly type: string;
  readonly properties: Node | undefined;
  /** A macro may write more properties than are seen. */
  readonly isOpen: boolean;
  /** The template's condition under which there is such a resource. */
  readonly condition: string | undefined;
  readonly policies: readonly PlacedPolicy[];
  readonly uncertain: ReadonlySet<Node>;
}

export interface ResourceRequest {
  readonly file: string;
  readonly fragment: string;
  readonly id: string;
  readonly body: Node;
  readonly policies: readonly PlacedPolicy[];
}

/** Undefined for what has no type. */
export function openResource({ body, ...request }: ResourceRequest): TemplateResource | undefined {
  const type = stringValue(child(body, 'Type'));
  if (type === undefined) return undefined;
  const properties = child(body, 'Properties');
  return {
    ...request,
    type,
    properties,
    isOpen: properties !== undefined && (properties.type !== 'object' || !isWrittenOut(properties)),
    condition: stringValue(child(body, 'Condition')),
    uncertain: uncertainNodes(body),
  };
}

export function sourceOf({ file, fragment, id }: TemplateResource): EntitySource {
  return { file, fragment, label: id };
}

/** The grants of the documents that a property's value may be. `label` is that of the policy in sentences. */
export function grantsAt(resource: TemplateResource, value: Node | undefined, label: string): readonly Grant[] {
  if (value === undefined) return [];
  const nodes = new Set(alternatives(value).flatMap(hostsOf));
  const source = { file: resource.file, fragment: resource.fragment, label, uncertain: resource.uncertain };
  const hosted = policiesByHost(resource.policies);
  const found = [...nodes].flatMap((node) => hosted.get(node) ?? []).toSorted((a, b) => a.number - b.number);
  const isHidden = alternatives(value).some((each) => documentsAt(each).length === 0);
  const grants = found.flatMap((each) => grantsOfPolicy(each, source));
  return isHidden ? [...grants, hiddenGrant(source, found[0]?.number)] : grants;
}

/** By what a policy is written in: a resource may have thousands of them, each asked for by its place. */
const policiesByHost = oncePer((policies: readonly PlacedPolicy[]) =>
  groupBy(policies, ({ policy }): Node => policy.embedding?.host ?? policy.root),
);

/** The objects and strings that `documentsAt` reads policies from. */
function hostsOf(value: Node): readonly Node[] {
  if (value.type !== 'intrinsic') return [value];
  const { argument } = value;
  if (argument.type === 'array') return argument.items.slice(0, 1);
  return alternatives(argument);
}

/** The items of a list as far as they are known. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node === undefined ? [] : listItems(node);
}

/** The texts of a property; where some may be hidden there is one more, which nothing is known of. */
export function textsAt(resource: TemplateResource, name: string): readonly Text[] {
  const node = child(resource.properties, name);
  return node === undefined ? [] : readTexts(node, 'iam').values.map(({ text }) => text);
}

export function textAt(resource: TemplateResource, name: string): Text | undefined {
  return readText(child(resource.properties, name));
}

/**
 * Tags that are written out. CloudFormation gives a role those of its stack too (AWS CloudFormation User Guide,
 * resource tags), so there may always be more.
 */
export function tagsOf(node: Node | undefined, complete: boolean): EntityTags {
  const values = itemsOf(node).flatMap((item) => {
    const key = literalText(readText(child(item, 'Key')) ?? []);
    const value = readText(child(item, 'Value'));
    return key && value ? [{ key, value }] : [];
  });
  return { values, complete: complete && values.length === itemsOf(node).length };
}
