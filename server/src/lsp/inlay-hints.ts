import type { InlayHint, InlayHintParams } from 'vscode-languageserver/node';
import type { Span } from '../base/span.ts';
import { hintAccountNames } from '../features/inlay-accounts.ts';
import { hintOrganizationNames } from '../features/inlay-organization.ts';
import type { InlayText } from '../features/inlay-text.ts';
import { hintValues } from '../features/inlay-values.ts';
import { hintWildcards } from '../features/inlay-wildcards.ts';
import { sentencePlain } from '../features/sentence-markdown.ts';
import { fragmentsIn, type PlacedFragment } from '../service/fragment-at.ts';
import { isFile, pathOf } from './document-uri.ts';
import { namesFor } from './known-names.ts';
import { type AnalysedPolicies, analyseNow, type Session } from './session.ts';
import type { InlayHintSettings } from './settings.ts';
import { templateScope } from './template-scope.ts';

/** Shows names and values behind what stands for them. `refresh` is for when they may have changed without the text. */
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
  const { inlayHints } = await session.settings.of(textDocument.uri);
  const isWanted = Object.values(inlayHints).includes(true);
  const analysed = isWanted ? await analyseNow(session, textDocument.uri) : undefined;
  if (analysed === undefined) return [];
  const { document, analysis } = analysed;
  const wanted = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const hint = hintsOf(session, analysed, inlayHints);
  return fragmentsIn(analysis, wanted).flatMap((fragment) =>
    hint(fragment, { start: wanted.start - fragment.start, end: wanted.end - fragment.start }).map(
      ({ offset, label, more = [] }): InlayHint => ({
        position: document.positionAt(fragment.start + offset),
        label,
        paddingLeft: true,
        ...(more.length > 0 && { tooltip: more.map(sentencePlain).join('\n') }),
      }),
    ),
  );
}

function hintsOf(
  session: Session,
  analysed: AnalysedPolicies,
  wanted: InlayHintSettings,
): (fragment: PlacedFragment, range: Span) => readonly InlayText[] {
  const { document, own } = analysed;
  const { uri } = document;
  const names = namesFor(session, analysed);
  // What the document says now, other templates may take from it.
  if (wanted.resolvedValues && isFile(uri)) session.chains.learn(pathOf(uri), uri, own);
  return (fragment, range) => {
    const { model } = fragment;
    const scope = wanted.resolvedValues ? templateScope(session, uri, own, fragment, undefined) : undefined;
    return [
      ...(wanted.organizationNames ? hintOrganizationNames(model, range, names) : []),
      ...(wanted.wildcardActions ? hintWildcards(model, range, session.iamData()) : []),
      ...(wanted.accountNames ? hintAccountNames(model, range, names) : []),
      ...(scope ? hintValues(model, range, scope) : []),
    ];
  };
}
