import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withLineFeeds } from '../service/analysis.ts';
import { formatOf } from '../syntax/format.ts';
import type { SyntaxFile } from '../syntax/fragment.ts';
import { readFile } from '../syntax/read.ts';
import { pathOf } from './document-uri.ts';
import { analyseNow, type Session } from './session.ts';

/** An open document and what was read of it, both of one version. */
export interface OpenSyntax {
  readonly document: TextDocument;
  readonly text: string;
  /** Undefined for a text of no known format, and one that was not read. */
  readonly file: SyntaxFile | undefined;
}

/** Reads any open document; of those that hold no policy only such as have at most so many characters. */
export type ReadOpen = (uri: string, largestOther: number) => Promise<OpenSyntax | undefined>;

/** What is read for this alone is kept while its document is open. */
export function createReadOpen(session: Session): ReadOpen {
  const kept = new WeakMap<TextDocument, { readonly version: number; readonly file: SyntaxFile | undefined }>();
  const read = (document: TextDocument, largest: number): SyntaxFile | undefined => {
    const { version, uri, languageId } = document;
    const before = kept.get(document);
    if (before?.version === version) return before.file;
    const text = document.getText();
    if (text.length > largest) return undefined;
    const format = formatOf(pathOf(uri), languageId, text);
    const file = format && readFile(withLineFeeds(text, format), format, before?.file);
    kept.set(document, { version, file });
    return file;
  };
  return async (uri, largestOther) => {
    const analysed = await analyseNow(session, uri);
    if (analysed === undefined) return undefined;
    const { document, own } = analysed;
    return { document, text: document.getText(), file: own.state?.file ?? read(document, largestOther) };
  };
}
