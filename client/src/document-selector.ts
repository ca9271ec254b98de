import { languages, type TextDocument } from 'vscode';
import { documentLanguages, documentSchemes } from '../../server/src/protocol/documents.ts';

/** The documents that the language server is told of. */
export const documentSelector: readonly { readonly language: string; readonly scheme: string }[] =
  documentLanguages.flatMap((language) => documentSchemes.map((scheme) => ({ language, scheme })));

export function isSelected(document: TextDocument): boolean {
  return languages.match(documentSelector, document) > 0;
}
