import type { Changes } from '../../edit/place.ts';
import { replaceInString } from '../../edit/replace-in-string.ts';
import { replaceValue } from '../../edit/replace-value.ts';
import { sub } from '../../edit/writable.ts';
import { valueOffsetAt } from '../../syntax/decode.ts';
import { child, type IntrinsicNode, type Node, type NumberNode, type StringNode } from '../../syntax/node.ts';
import { isTouched, isWrittenHere, type PolicyPlace, spanOfProperty } from './policy-place.ts';
import { type Offer, outcome, type Refactoring, refuse, type Scene } from './refactoring.ts';
import { referenceTo } from './reference.ts';
import { verify } from './verify.ts';

/** The id of an account that is written out, as the deploying account or as a parameter that has it by default. */
export const accountIds: Offer = (place, scene) => {
  if (!place.model.inTemplate || place.statement === undefined) return [];
  const found = pointedValue(place.policy.root, place.selection);
  const id = found && idAt(found.node, place.selection.start);
  if (found === undefined || id === undefined || !isReplaceable(place, found)) return [];
  const inPrincipal = /^(?:Not)?Principal$/.test(found.element ?? '');
  const offer = (key: string, name: string, title: string): Refactoring => ({
    id: key,
    title,
    kind: 'rewrite',
    edit: () => verify(scene, outcome(replace(place, found, id, name)), { meaning: 'other' }),
  });
  const account = inPrincipal
    ? `names the account that the stack is deployed to, no longer ${id.text}`
    : 'the account that the stack is deployed to, whichever that is';
  const isNested = 'view' in place.model;
  const parameters = isNested
    ? []
    : [...scene.parameters()].filter(([, { type, defaultText }]) => defaultText === id.text && type === 'String');
  return [
    offer('account-pseudo', 'AWS::AccountId', `Write AWS::AccountId for ${id.text}: ${account}`),
    ...parameters.map(([name]) =>
      offer(`account-parameter-${name}`, name, `Write the parameter ${name} for ${id.text}, which is its default`),
    ),
    ...(isNested || parameters.length > 0 ? [] : [asNewParameter(place, scene, found, id)]),
  ];
};

function asNewParameter(place: PolicyPlace, scene: Scene, found: Pointed, id: Id): Refactoring {
  const name = newName(scene);
  return {
    id: 'account-new-parameter',
    title: `Write a new parameter ${name} for ${id.text}, which becomes its default`,
    kind: 'rewrite',
    edit() {
      const done = verify(scene, outcome(replace(place, found, id, name)), { meaning: 'other' });
      if (done.changes === undefined) return done;
      const elsewhere = scene.addParameter(name, { Type: 'String', AllowedPattern: '^\\d{12}$', Default: id.text });
      return elsewhere === undefined
        ? refuse('A parameter cannot be added to the template as it is written: do this by hand.')
        : { ...done, elsewhere };
    },
  };
}

function newName(scene: Scene): string {
  const taken = (name: string) => scene.parameters().has(name) || scene.resourceIds().has(name);
  let name = 'AccountId';
  for (let number = 2; taken(name); number++) name = `AccountId${number}`;
  return name;
}

/** A value, and the intrinsics around it from the outermost. */
interface Pointed {
  readonly node: StringNode | NumberNode;
  readonly around: readonly IntrinsicNode[];
  /** The element of the statement. */
  readonly element: string | undefined;
}

interface Id {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

function pointedValue(root: Node, selection: PolicyPlace['selection']): Pointed | undefined {
  let node = root;
  let element: string | undefined;
  const around: IntrinsicNode[] = [];
  for (let depth = 0; depth < deepest; depth++) {
    if (node.type === 'string' || node.type === 'number') return { node, around, element };
    const next = childAt(node, selection);
    if (next === undefined) return undefined;
    if (node.type === 'intrinsic') around.push(node);
    if (next.key !== undefined && elements.has(next.key)) element = next.key;
    node = next.node;
  }
  return undefined;
}

const deepest = 200;

const elements: ReadonlySet<string> = new Set(['Principal', 'NotPrincipal', 'Resource', 'NotResource', 'Condition']);

function childAt(node: Node, selection: PolicyPlace['selection']): { node: Node; key?: string } | undefined {
  if (node.type === 'array') {
    const item = node.items.find((each) => isTouched(each.span, selection));
    return item && { node: item };
  }
  if (node.type === 'intrinsic') return { node: node.argument };
  if (node.type !== 'object') return undefined;
  const found = node.properties.find((each) => isTouched(spanOfProperty(each), selection) && isWrittenHere(each, node));
  // On a key nothing is meant: what `Fn::Sub` puts in there cannot be said.
  return found && !isTouched({ start: found.key.span.start, end: found.key.span.end - 1 }, selection)
    ? { node: found.value, key: found.key.value }
    : undefined;
}

function idAt(node: StringNode | NumberNode, offset: number): Id | undefined {
  const text = node.type === 'string' ? node.value : node.raw;
  const ids = [...text.matchAll(/(?<![\w-])\d{12}(?![\w-])|(?<=-)\d{12}(?!\d)/g)].map(
    (match): Id => ({ text: match[0], from: match.index, to: match.index + 12, isWhole: text.length === 12 }),
  );
  const at = node.type === 'string' ? valueOffsetAt(node, offset) : offset - node.span.start;
  return (
    ids.find(({ from, to }) => at !== undefined && from <= at && at <= to) ?? (ids.length === 1 ? ids[0] : undefined)
  );
}

/** Where CloudFormation puts in what a function gives. */
function isReplaceable({ policy, target }: PolicyPlace, { node, around }: Pointed): boolean {
  if (policy.embedding !== undefined) return policy.embedding.isSub && node.type === 'string' && node.style !== 'plain';
  if (target.embedding !== undefined && target.embedding.isTemplate !== true) return false;
  return around.every((each, index) => {
    const isInnermost = index === around.length - 1;
    if (each.name === 'Sub') return isInnermost && textOfSub(each) === node;
    if (each.name === 'Join') return isInnermost && each.argument.type === 'array' && each.argument.items[0] !== node;
    if (each.name === 'If') return each.argument.type === 'array' && each.argument.items[0] !== node;
    return false;
  });
}

function textOfSub({ argument }: IntrinsicNode): Node | undefined {
  return argument.type === 'array' ? argument.items[0] : argument;
}

function replace({ target, policy }: PolicyPlace, { node, around }: Pointed, id: Id, name: string): Changes {
  const innermost = around.at(-1);
  const inSub = innermost?.name === 'Sub' || policy.embedding?.isSub === true;
  if (inSub && node.type === 'string') {
    // A value of the function's own may have that name.
    const own = innermost?.argument.type === 'array' ? innermost.argument.items[1] : undefined;
    return child(own, name) === undefined ? replaceInString(target, node, id.from, id.to, [`\${${name}}`]) : undefined;
  }
  if (id.isWhole) return replaceValue(target, node, referenceTo(name, node, target.format === 'yaml'));
  if (node.type !== 'string') return undefined;
  const literal = (text: string) => text.replaceAll('${', '${!');
  const text = `${literal(node.value.slice(0, id.from))}\${${name}}${literal(node.value.slice(id.to))}`;
  return replaceValue(target, node, sub(text));
}
