import { existsSync } from 'node:fs';
import type { DocumentLink } from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import { type PageLink, pageLinks } from '../features/page-links.ts';
import { templateLinks } from '../features/template-links.ts';
import { allFragments, type PlacedFragment } from '../service/fragment-at.ts';
import { placeIn } from './chain-session.ts';
import { rangeOf } from './diagnostics.ts';
import { isFile, nativePath } from './document-uri.ts';
import { analyseNow, type Session } from './session.ts';

/** From a nested stack to its template; from words of policies to their pages in AWS's documentation. */
export function registerDocumentLinks(session: Session): void {
  const { connection, guard } = session;
  connection.onDocumentLinks(({ textDocument }, token) =>
    guard.request('document links', token, () => createLinks(session, textDocument.uri)),
  );
}

async function createLinks(session: Session, uri: string): Promise<DocumentLink[] | null> {
  const { documentLinks } = await session.settings.of(uri);
  const analysed = await analyseNow(session, uri);
  if (analysed === undefined) return null;
  const { document, own } = analysed;
  const fragments = allFragments(own);
  const link = (fragment: PlacedFragment, { span, url }: PageLink): DocumentLink => ({
    range: rangeOf(document, shift(span, fragment.start)),
    target: url,
  });
  const templates = isFile(uri)
    ? fragments.flatMap((each) => toTemplates(session, uri, each).map((to) => link(each, to)))
    : [];
  const pages: DocumentLink[] = [];
  for (const fragment of documentLinks ? fragments : []) {
    if (pages.length >= mostPages) break;
    for (const to of pageLinks(fragment.model, session.iamData())) pages.push(link(fragment, to));
  }
  return [...templates, ...pages];
}

/** An editor asks for the links of all of a document after each edit. Hover tells the page of every word. */
const mostPages = 1000;

function toTemplates({ chains }: Session, uri: string, fragment: PlacedFragment): readonly PageLink[] {
  const links = templateLinks(placeIn(uri, fragment), (path) => existsSync(nativePath(path)));
  return links.map(({ span, path }) => ({ span, url: chains.uriOf(path) }));
}
