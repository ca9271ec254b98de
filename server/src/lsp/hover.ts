import type { CancellationToken, Hover, HoverParams, Range } from 'vscode-languageserver/node';
import type { Graph } from '../chain/graph.ts';
import { expressionAt, textAround } from '../features/hover/expression-at.ts';
import { hoverArn } from '../features/hover/hover-arn.ts';
import { hoverExpression, knownValue, type TemplateScope } from '../features/hover/hover-expression.ts';
import type { HoverText } from '../features/hover/hover-text.ts';
import { hoverWord } from '../features/hover/hover-word.ts';
import { type PolicyWord, policyWordAt } from '../features/hover/policy-word.ts';
import { hoverRoles } from '../features/hover-hop.ts';
import { hoverOrganization } from '../features/hover-organization.ts';
import { type NodePath, pathAt } from '../features/path-at.ts';
import { rolesAt } from '../features/roles-at.ts';
import { graphSoon, type Pointed, pointAt, rangeAt } from './chain-session.ts';
import { blocksMarkup, hoverContents, type Markup, organizationMarkup, textMarkup } from './hover-markup.ts';
import { namesFor } from './known-names.ts';
import type { Session } from './session.ts';
import { templateScope } from './template-scope.ts';

/** Tells what stands under the mouse: a word of a policy, an expression, an ARN, an id, and what is known of a hop. */
export function registerHover(session: Session): void {
  const { connection, guard } = session;
  connection.onHover((params, token) => guard.request('hover', token, () => hover(session, params, token)));
}

async function hover(session: Session, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const { uri } = params.textDocument;
  const asked = session.documents.get(uri)?.version;
  const found = await tell(session, params, token);
  // The position was one of a text that is no more.
  if (session.documents.get(uri)?.version !== asked) return null;
  const [first] = found;
  if (first === undefined) return null;
  const contents = hoverContents(
    found.map(({ text }) => text),
    session.client,
  );
  return { contents, range: first.range };
}

/** A part of a hover and what it is about. */
interface Told {
  readonly range: Range;
  readonly text: Markup;
}

async function tell(
  session: Session,
  { textDocument: { uri }, position }: HoverParams,
  token: CancellationToken,
): Promise<readonly Told[]> {
  const first = await pointAt(session, uri, position);
  if (first === undefined) return [];
  const word = policyWordAt(first.place.model, first.offset);
  if (word !== undefined && standsAlone(word)) return tellWord(session, first, word);
  // What is known of ids waits for no files to be read.
  const graph = session.chains.isWhole ? await graphSoon(session, token) : undefined;
  const pointed = await pointAt(session, uri, position);
  if (pointed === undefined) return [];
  const organization = tellOrganization(session, pointed);
  const roles = graph === undefined || graph === 'later' ? [] : tellRoles(pointed, graph);
  const own = organization.length > 0 ? [] : tellText(session, uri, pointed, roles.length > 0);
  const [about] = own;
  if (graph === 'later') return [...organization, ...own, ...(about ? [{ range: about.range, text: beingRead }] : [])];
  return [...organization, ...roles, ...own];
}

const beingRead: Markup = textMarkup({ title: 'Role chains are being worked out anew', details: [] });

/** What names no role: the graph says nothing of it. */
function standsAlone({ is }: PolicyWord): boolean {
  return is !== 'principal';
}

function tellWord(session: Session, pointed: Pointed, word: PolicyWord): Told[] {
  const { iamData, iamDescriptions } = session;
  const names = namesFor(session, pointed.analysed);
  const text = hoverWord(word, { data: iamData(), descriptions: iamDescriptions, names });
  return text === undefined ? [] : [toldOf(pointed, word.span, text)];
}

function tellOrganization(session: Session, pointed: Pointed): Told[] {
  const { analysed, place, offset } = pointed;
  const found = hoverOrganization(place.model, offset, namesFor(session, analysed), Date.now());
  return found === undefined ? [] : [{ range: rangeAt(pointed, found.span), text: organizationMarkup(found) }];
}

function tellRoles(pointed: Pointed, graph: Graph): Told[] {
  const at = rolesAt(pointed.place, pointed.offset, graph);
  if (at === undefined) return [];
  const blocks = hoverRoles(pointed.place, at, graph);
  return [{ range: rangeAt(pointed, at.span), text: blocksMarkup(blocks) }];
}

/** A principal, the expression of a template, the ARN that it is part of where no role is known by it. */
function tellText(session: Session, uri: string, pointed: Pointed, isRole: boolean): Told[] {
  const { place, offset, analysed } = pointed;
  const word = policyWordAt(place.model, offset);
  const principal = word === undefined ? [] : tellWord(session, pointed, word);
  const path = pathAt(place.model, offset);
  if (path === undefined) return principal;
  const expression = expressionAt(path, offset);
  const fragment = { id: place.fragment, model: place.model };
  const scope = expression && templateScope(session, uri, analysed.own, fragment, path.nested);
  const value = scope && hoverExpression(expression.parts, scope);
  const told = expression && value ? [toldOf(pointed, expression.span, value)] : [];
  const isTold = isRole || principal.length > 0 || isPartOf(path, expression);
  const arn = isTold ? [] : tellArn(session, pointed, path, scope);
  return [...principal, ...told, ...arn];
}

/** On one name in a text, that name alone is meant. */
function isPartOf({ nodes }: NodePath, expression: ReturnType<typeof expressionAt>): boolean {
  return expression !== undefined && !nodes.some(({ span }) => span === expression.span);
}

function tellArn(session: Session, pointed: Pointed, path: NodePath, scope: TemplateScope | undefined): Told[] {
  const text = textAround(path);
  if (text === undefined) return [];
  const resolve = (parts: Parameters<typeof knownValue>[0]) => scope && knownValue(parts, scope);
  const arn = hoverArn(text.value, session.iamData(), namesFor(session, pointed.analysed), resolve);
  return arn === undefined ? [] : [toldOf(pointed, text.span, arn)];
}

function toldOf(pointed: Pointed, span: { readonly start: number; readonly end: number }, text: HoverText): Told {
  return { range: rangeAt(pointed, span), text: textMarkup(text) };
}
