import type { InlayHint, InlayHintParams } from 'vscode-languageserver/node';
import { hintOrganizationNames } from '../features/inlay-organization.ts';
import { fragmentsIn } from '../service/fragment-at.ts';
import { namesFor } from './known-names.ts';
import { analyseNow, type Session } from './session.ts';

/** Shows names behind organization paths. `refresh` is for when they may have changed without the text. */
export function registerInlayHints(session: Session): { readonly refresh: () => void } {
  const { connection, client, guard } = session;
  connection.languages.inlayHint.on((params, token) =>
    guard.request('inlay hints', token, () => createHints(session, params)),
  );
  return {
    refresh: () => {
      if (client.refreshesInlayHints)
        void guard.run('refreshing inlay hints', () => connection.languages.inlayHint.refresh());
    },
  };
}

async function createHints(session: Session, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
  const { organizationNames } = await session.settings.of(textDocument.uri);
  const analysed = organizationNames ? await analyseNow(session, textDocument.uri) : undefined;
  if (analysed === undefined) return [];
  const { document, analysis } = analysed;
  const names = namesFor(session, analysed);
  const wanted = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return fragmentsIn(analysis, wanted).flatMap(({ model, start }) =>
    hintOrganizationNames(model, { start: wanted.start - start, end: wanted.end - start }, names).map(
      ({ offset, label }): InlayHint => ({ position: document.positionAt(start + offset), label, paddingLeft: true }),
    ),
  );
}
