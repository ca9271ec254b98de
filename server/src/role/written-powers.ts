import { listItems } from '../policy/alternatives.ts';
import { documentsAt } from '../policy/document-at.ts';
import { ownPolicyOfAws } from '../policy/own-policy-of-aws.ts';
import type { Policy } from '../policy/policy.ts';
import { joinPowers, type Powers, powersOfPolicy, unknownPowers } from '../policy/powers.ts';
import { readValue } from '../policy/read-value.ts';
import type { Value } from '../policy/value.ts';
import { child, type Node } from '../syntax/node.ts';

/** What the properties of a resource grant to a role. */
export interface WrittenPowers {
  /** Of what is written out; undefined where nothing grants anything. */
  readonly powers: Powers | undefined;
  /** What `Ref`s in a list of managed policies name: logical ids of the same template, or parameters. */
  readonly managed: readonly string[];
}

/** Of `AWS::IAM::Role`: its inline policies and `ManagedPolicyArns`. `policies` are those that were read. */
export function powersOfRoleProperties(properties: Node | undefined, policies: readonly Policy[]): WrittenPowers {
  const inline = itemsOf(child(properties, 'Policies')).map((item) => child(item, 'PolicyDocument'));
  const { powers, managed } = powersOfManagedList(itemsOf(child(properties, 'ManagedPolicyArns')));
  return { powers: join([...inline.map(hiddenPowers), ...policies.map(powersOfPolicy), ...powers]), managed };
}

/** Of a SAM function's `Policies`: whole policies, names, ARNs and templates, which are not read. */
export function powersOfSamPolicies(properties: Node | undefined, policies: readonly Policy[]): WrittenPowers {
  const items = itemsOf(child(properties, 'Policies'));
  const isDocument = (item: Node) => child(item, 'Statement') !== undefined;
  const { powers, managed } = powersOfManagedList(items.filter((item) => !isDocument(item)));
  return { powers: join([...policies.map(powersOfPolicy), ...powers]), managed };
}

/** Of a policy that is a resource of its own. */
export function powersOfPolicyResource(properties: Node | undefined, policies: readonly Policy[]): Powers {
  return joinPowers([...policies.map(powersOfPolicy), ...hiddenPowers(child(properties, 'PolicyDocument'))]);
}

function join(powers: readonly (Powers | readonly Powers[])[]): Powers | undefined {
  const all = powers.flat();
  return all.length === 0 ? undefined : joinPowers(all);
}

/** Unknown where a document, or one branch of it, is an intrinsic that is not read. */
function hiddenPowers(document: Node | undefined): readonly Powers[] {
  if (document === undefined) return [unknownPowers];
  return itemsOf(document).every((each) => documentsAt(each).length > 0) ? [] : [unknownPowers];
}

function powersOfManagedList(items: readonly Node[]): { powers: readonly Powers[]; managed: readonly string[] } {
  const refs = items.flatMap((item) =>
    item.type === 'intrinsic' && item.name === 'Ref' && item.argument.type === 'string' ? [item.argument.value] : [],
  );
  const others = items.filter((item) => !(item.type === 'intrinsic' && item.name === 'Ref'));
  return { powers: others.map((item) => powersOfManaged(readValue(item))), managed: refs };
}

function powersOfManaged(value: Value): Powers {
  const known = ownPolicyOfAws(value);
  if (known === undefined) return unknownPowers;
  return {
    assumesRoles: known.assumesRoles ? 'yes' : 'no',
    passesRoles: known.passesRoles ? 'yes' : 'no',
    administersIam: known.administersIam ? 'yes' : 'no',
  };
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node === undefined ? [] : listItems(node);
}
