import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import { type PolicySymbol, policySymbols } from '../features/policy-symbols.ts';
import { allFragments } from '../service/fragment-at.ts';
import { rangeOf } from './diagnostics.ts';
import { analyseNow, type Session } from './session.ts';

const kinds: Readonly<Record<PolicySymbol['is'], SymbolKind>> = {
  role: SymbolKind.Class,
  resource: SymbolKind.Object,
  policy: SymbolKind.Interface,
  statement: SymbolKind.Method,
};

/** Roles, policies and statements of a document. */
export function registerDocumentSymbols(session: Session): void {
  const { connection, guard } = session;
  connection.onDocumentSymbol(({ textDocument }, token) =>
    guard.request('document symbols', token, () => findSymbols(session, textDocument.uri)),
  );
}

async function findSymbols(session: Session, uri: string): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const analysed = await analyseNow(session, uri);
  if (analysed === undefined || !analysed.own.recognised) return null;
  const { document, own } = analysed;
  const symbols = allFragments(own).flatMap(({ model, start }) =>
    policySymbols(model).map((each) => createSymbol(each, (span) => rangeOf(document, shift(span, start)))),
  );
  return session.client.hierarchicalSymbols ? symbols : symbols.flatMap((each) => flatten(each, uri, undefined));
}

function createSymbol(
  { is, name, detail, span, selection, children }: PolicySymbol,
  rangeOf: (span: PolicySymbol['span']) => Range,
): DocumentSymbol {
  return {
    // An editor refuses an empty name.
    name: name === '' ? is : name,
    ...(detail !== undefined && { detail }),
    kind: kinds[is],
    range: rangeOf(span),
    selectionRange: rangeOf(selection),
    ...(children.length > 0 && { children: children.map((each) => createSymbol(each, rangeOf)) }),
  };
}

function flatten(symbol: DocumentSymbol, uri: string, container: string | undefined): SymbolInformation[] {
  const { name, kind, range, children = [] } = symbol;
  const own = { name, kind, location: { uri, range }, ...(container !== undefined && { containerName: container }) };
  return [own, ...children.flatMap((each) => flatten(each, uri, name))];
}
