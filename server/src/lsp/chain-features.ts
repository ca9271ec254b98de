import { registerCallHierarchy } from './call-hierarchy.ts';
import { registerCodeLens } from './code-lens.ts';
import { registerDefinition } from './definition.ts';
import { registerDocumentLinks } from './document-links.ts';
import { registerReferences } from './references.ts';
import type { Session } from './session.ts';
import { registerWorkspaceSymbols } from './workspace-symbols.ts';

/** Lets a person walk the chains. `refresh` is for when they may have changed without the text. */
export function registerChainFeatures(session: Session): { readonly refresh: () => void } {
  registerDefinition(session);
  registerReferences(session);
  registerDocumentLinks(session);
  registerCallHierarchy(session);
  registerWorkspaceSymbols(session);
  return registerCodeLens(session);
}
