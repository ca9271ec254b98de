import {
  type DocumentSymbol,
  type Position,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { keptWith } from '../base/once.ts';
import { shift } from '../base/span.ts';
import { type PolicySymbol, policySymbols } from '../features/policy-symbols.ts';
import type { FragmentModel } from '../lint/model.ts';
import { allFragments, type PlacedFragment } from '../service/fragment-at.ts';
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
  const symbols = allFragments(own).flatMap((each) => symbolsOf(document, each));
  return session.client.hierarchicalSymbols ? symbols : symbols.flatMap((each) => flatten(each, uri, undefined));
}

interface PlacedSymbols {
  readonly start: Position;
  readonly symbols: readonly DocumentSymbol[];
}

/** Editors ask for all symbols after each key, which moves but the few below it. */
const known = keptWith<FragmentModel, PlacedSymbols>();

function symbolsOf(document: TextDocument, { model, start: offset }: PlacedFragment): readonly DocumentSymbol[] {
  const start = document.positionAt(offset);
  const last = known.get(model);
  if (last?.start.line === start.line && last.start.character === start.character) return last.symbols;
  const symbols = policySymbols(model).map((each) =>
    createSymbol(each, (span) => rangeOf(document, shift(span, offset))),
  );
  known.set(model, { start, symbols });
  return symbols;
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
