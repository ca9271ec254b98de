import { Disposable, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { beginsPolicy, configurationFile, mentionsPolicy } from '../../server/src/protocol/documents.ts';
import { isSelected } from './document-selector.ts';

/**
 * Calls `found` once, as soon as an open document may hold a policy or a template, or is a configuration: when it is
 * opened, or when the user types one. So a window full of other JSON and YAML files costs no language server.
 */
export function whenPolicyAppears(found: () => void): Disposable {
  const listeners: Disposable[] = [];
  const dispose = () => Disposable.from(...listeners.splice(0)).dispose();
  const look = (mayBeOurs: boolean) => {
    if (!mayBeOurs) return;
    dispose();
    found();
  };

  if (workspace.textDocuments.some(mayBeOurs)) {
    found();
  } else {
    // A document that gets another language is opened anew.
    listeners.push(workspace.onDidOpenTextDocument((document) => look(mayBeOurs(document))));
    listeners.push(workspace.onDidChangeTextDocument((event) => look(changedToOurs(event))));
  }
  return new Disposable(dispose);
}

function mayBeOurs(document: TextDocument): boolean {
  if (!isSelected(document)) return false;
  const { path } = document.uri;
  const text = document.getText();
  return path.endsWith(`/${configurationFile}`) || mentionsPolicy(text) || beginsPolicy(path, text.length);
}

/** Reads only the lines that were written: the document may be large. */
function changedToOurs({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  if (!isSelected(document)) return false;
  return contentChanges.some(({ range, text }) => {
    const first = document.validatePosition(range.start).line;
    const last = Math.min(first + text.split('\n').length, document.lineCount) - 1;
    return (
      mentionsPolicy(text) || mentionsPolicy(document.lineAt(first).text) || mentionsPolicy(document.lineAt(last).text)
    );
  });
}
