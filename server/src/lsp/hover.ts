import { type Hover, type HoverParams, type MarkupContent, MarkupKind } from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import { hoverOrganization, type OrganizationHover } from '../features/hover-organization.ts';
import { fragmentAt } from '../service/fragment-at.ts';
import type { Client } from './client.ts';
import { rangeOf } from './diagnostics.ts';
import { namesFor } from './known-names.ts';
import { analyseNow, type Session } from './session.ts';

/** Tells what the ids and paths of organizations under the mouse name. */
export function registerHover(session: Session): void {
  const { connection, guard } = session;
  connection.onHover((params, token) => guard.request('hover', token, () => hover(session, params)));
}

async function hover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const analysed = await analyseNow(session, textDocument.uri);
  if (analysed === undefined) return null;
  const { document, analysis } = analysed;
  const offset = document.offsetAt(position);
  const fragment = fragmentAt(analysis, offset);
  if (fragment === undefined) return null;
  const { model, start } = fragment;
  const found = hoverOrganization(model, offset - start, namesFor(session, analysed), Date.now());
  if (found === undefined) return null;
  return { contents: createContents(found, session.client), range: rangeOf(document, shift(found.span, start)) };
}

function createContents({ title, details }: OrganizationHover, { markdownHover }: Client): MarkupContent {
  if (!markdownHover) return { kind: MarkupKind.PlainText, value: [title, ...details].join('\n') };
  return {
    kind: MarkupKind.Markdown,
    value: [`**${escapeMarkdown(title)}**`, ...details.map(escapeMarkdown)].join('\n\n'),
  };
}

/** People name accounts and organizational units as they like: nothing of that is markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
