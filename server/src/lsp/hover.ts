import {
  type CancellationToken,
  type Hover,
  type HoverParams,
  type MarkupContent,
  MarkupKind,
  type Range,
} from 'vscode-languageserver/node';
import { type HoverBlock, hoverRoles } from '../features/hover-hop.ts';
import { hoverOrganization, type OrganizationHover } from '../features/hover-organization.ts';
import { rolesAt } from '../features/roles-at.ts';
import { escapeMarkdown, sentenceMarkdown, sentencePlain } from '../features/sentence-markdown.ts';
import { type Pointed, pointAt, rangeAt } from './chain-session.ts';
import type { Client } from './client.ts';
import { namesFor } from './known-names.ts';
import { analyseNow, type Session } from './session.ts';

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
  const pointed = await pointAt(session, textDocument.uri, position, token);
  if (pointed === undefined) return null;
  const found = [await tellOrganization(session, pointed), tellRoles(pointed)].flatMap((each) => each ?? []);
  const [first] = found;
  if (first === undefined) return null;
  return {
    contents: createContents(
      found.map(({ text }) => text),
      session.client,
    ),
    range: first.range,
  };
}

/** A part of a hover, in both forms. */
interface Told {
  readonly range: Range;
  readonly text: { readonly markdown: string; readonly plain: string };
}

async function tellOrganization(session: Session, pointed: Pointed): Promise<Told | undefined> {
  const analysed = await analyseNow(session, pointed.document.uri);
  const { model } = pointed.place;
  const found = analysed && hoverOrganization(model, pointed.offset, namesFor(session, analysed), Date.now());
  return found && { range: rangeAt(pointed, found.span), text: organizationText(found) };
}

function tellRoles(pointed: Pointed): Told | undefined {
  const at = rolesAt(pointed.place, pointed.offset, pointed.graph);
  if (at === undefined) return undefined;
  const blocks = hoverRoles(pointed.place, at, pointed.graph);
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
