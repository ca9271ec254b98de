import {
  type CancellationToken,
  type Hover,
  type HoverParams,
  type MarkupContent,
  MarkupKind,
  type Range,
} from 'vscode-languageserver/node';
import type { Graph } from '../chain/graph.ts';
import { type HoverBlock, hoverRoles } from '../features/hover-hop.ts';
import { hoverOrganization, type OrganizationHover } from '../features/hover-organization.ts';
import { rolesAt } from '../features/roles-at.ts';
import { escapeMarkdown, sentenceMarkdown, sentencePlain } from '../features/sentence-markdown.ts';
import { graphNow, type Pointed, pointAt, rangeAt } from './chain-session.ts';
import type { Client } from './client.ts';
import { namesFor } from './known-names.ts';
import type { Session } from './session.ts';

/** Tells what the ids and paths of organizations under the mouse name, and what is known of a hop. */
export function registerHover(session: Session): void {
  const { connection, guard } = session;
  connection.onHover((params, token) => guard.request('hover', token, () => hover(session, params, token)));
}

async function hover(
  session: Session,
  { textDocument, position }: HoverParams,
  token: CancellationToken,
): Promise<Hover | null> {
  // What is known of ids waits for no files to be read.
  const graph = session.chains.isWhole ? await graphNow(session, token) : undefined;
  const pointed = await pointAt(session, textDocument.uri, position);
  if (pointed === undefined) return null;
  const found = [tellOrganization(session, pointed), graph && tellRoles(pointed, graph)].flatMap((each) => each ?? []);
  const [first] = found;
  if (first === undefined) return null;
  const contents = createContents(
    found.map(({ text }) => text),
    session.client,
  );
  return { contents, range: first.range };
}

/** A part of a hover, in both forms. */
interface Told {
  readonly range: Range;
  readonly text: { readonly markdown: string; readonly plain: string };
}

function tellOrganization(session: Session, pointed: Pointed): Told | undefined {
  const { analysed, place, offset } = pointed;
  const found = hoverOrganization(place.model, offset, namesFor(session, analysed), Date.now());
  return found && { range: rangeAt(pointed, found.span), text: organizationText(found) };
}

function tellRoles(pointed: Pointed, graph: Graph): Told | undefined {
  const at = rolesAt(pointed.place, pointed.offset, graph);
  if (at === undefined) return undefined;
  const blocks = hoverRoles(pointed.place, at, graph);
  return { range: rangeAt(pointed, at.span), text: rolesText(blocks) };
}

function organizationText({ title, details }: OrganizationHover): Told['text'] {
  return {
    plain: [title, ...details].join('\n'),
    markdown: [`**${escapeMarkdown(title)}**`, ...details.map(escapeMarkdown)].join('\n\n'),
  };
}

function rolesText(blocks: readonly HoverBlock[]): Told['text'] {
  return {
    plain: blocks.map(({ title, details }) => [title, ...details].map(sentencePlain).join('\n')).join('\n\n'),
    markdown: blocks
      .map(({ title, details }) =>
        [`**${sentenceMarkdown(title)}**`, details.map((each) => `- ${sentenceMarkdown(each)}`).join('\n')]
          .filter((part) => part !== '')
          .join('\n\n'),
      )
      .join('\n\n'),
  };
}

function createContents(told: readonly Told['text'][], { markdownHover }: Client): MarkupContent {
  return markdownHover
    ? { kind: MarkupKind.Markdown, value: told.map(({ markdown }) => markdown).join('\n\n---\n\n') }
    : { kind: MarkupKind.PlainText, value: told.map(({ plain }) => plain).join('\n\n') };
}
