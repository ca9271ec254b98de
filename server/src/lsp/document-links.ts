import { existsSync } from 'node:fs';
import type { DocumentLink } from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import { templateLinks } from '../features/template-links.ts';
import { allFragments } from '../service/fragment-at.ts';
import { placeIn } from './chain-session.ts';
import { rangeOf } from './diagnostics.ts';
import { isFile, nativePath } from './document-uri.ts';
import { analyseNow, type Session } from './session.ts';

/** From a nested stack to its template. */
export function registerDocumentLinks(session: Session): void {
  const { connection, guard } = session;
  connection.onDocumentLinks(({ textDocument }, token) =>
    guard.request('document links', token, () => createLinks(session, textDocument.uri)),
  );
}

async function createLinks(session: Session, uri: string): Promise<DocumentLink[] | null> {
  const analysed = isFile(uri) ? await analyseNow(session, uri) : undefined;
  if (analysed === undefined) return null;
  const { document, own } = analysed;
  return allFragments(own).flatMap((fragment) =>
    templateLinks(placeIn(uri, fragment), (path) => existsSync(nativePath(path))).map(
      ({ span, path }): DocumentLink => ({
        range: rangeOf(document, shift(span, fragment.start)),
        target: session.chains.uriOf(path),
      }),
    ),
  );
}
