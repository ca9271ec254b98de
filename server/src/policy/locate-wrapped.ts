import { kindOfOrganizationPolicy } from '../catalog/policy-kind.ts';
import type { PolicyWrapper } from '../catalog/policy-wrapper.ts';
import { matchingWrappers } from '../catalog/policy-wrappers.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';
import { documentsAt } from './document-at.ts';
import type { PolicyKind } from './kind.ts';
import { kindOfDocument } from './kind-of-content.ts';
import type { Owner, PolicySite } from './policy.ts';

/** The policy documents in the input or output of an AWS command (`get-role`, `create-policy`, account dumps). */
export function locateWrapped(root: Node, path: string, userKind: PolicyKind | undefined): readonly PolicySite[] {
  if (root.type !== 'object') return [];
  const keys = root.properties.map((each) => each.key.value);
  return matchingWrappers(keys, (steps) => places(root, steps).length > 0).flatMap((wrapper) => {
    const kind = kindOfWrapper(wrapper, root);
    if (kind === undefined) return [];
    return places(root, wrapper.path).flatMap(({ value, ancestors }) =>
      documentsAt(value)
        .filter((document) => child(document.root, 'Statement') !== undefined)
        .map((document): PolicySite => {
          const owner = ownerOf(ancestors, wrapper.path.at(-1) ?? '');
          const how =
            kind === 'by-content'
              ? kindOfDocument(document.root, path, userKind)
              : { kind, kindFrom: 'property' as const };
          return { ...how, ...document, shape: 'document', ...(owner && { owner }) };
        }),
    );
  });
}

interface Found {
  readonly value: Node;
  /** The objects on the way, from the root down. */
  readonly ancestors: readonly Node[];
}

function places(node: Node, path: readonly string[], ancestors: readonly Node[] = []): readonly Found[] {
  const [step, ...rest] = path;
  if (step === undefined) return [{ value: node, ancestors }];
  if (step === '[]') return node.type === 'array' ? node.items.flatMap((item) => places(item, rest, ancestors)) : [];
  const next = child(node, step);
  return next === undefined ? [] : places(next, rest, [...ancestors, node]);
}

function kindOfWrapper(wrapper: PolicyWrapper, root: Node): PolicyKind | 'by-content' | undefined {
  if (wrapper.kind !== 'by-type') return wrapper.kind;
  const [type] = places(root, wrapper.typePath ?? []);
  return kindOfOrganizationPolicy(stringValue(type?.value) ?? '');
}

const names = { RoleName: 'role', UserName: 'user', GroupName: 'group', PolicyName: 'policy' } as const;

/** The role, user, group or policy that the document belongs to: the outermost that the file names. */
function ownerOf(ancestors: readonly Node[], property: string): Owner | undefined {
  for (const node of ancestors)
    for (const [key, type] of Object.entries(names)) {
      const id = stringValue(child(node, key));
      if (id !== undefined) return { id, type, property, node };
    }
  return undefined;
}
