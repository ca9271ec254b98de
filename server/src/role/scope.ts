import type { WorkspaceFile } from './assembly-input.ts';
import type { Declaration, OutputDeclaration, StackDeclaration } from './declaration.ts';
import { indexDocument, indexNested, type TemplateIndex } from './template-index.ts';
import { literalText, type Text } from './text.ts';

/** One template, or a file of another kind: what its own expressions mean is looked up here. */
export interface Scope {
  /** Unique in the workspace and the beginning of the ids of its unknowns: the file's path, or more. */
  readonly id: string;
  readonly file: WorkspaceFile;
  readonly index: TemplateIndex;
  /** The stacks and stack sets that deploy it. */
  readonly parents: readonly Parent[];
  /** False for a template in a string: what the configuration says of the file is not about it. */
  readonly isFile: boolean;
}

export interface Parent {
  readonly scope: Scope;
  readonly stack: StackDeclaration;
}

/** All templates of the workspace, and what they give each other. */
export interface Scopes {
  readonly all: readonly Scope[];
  readonly exports: readonly Export[];
  /** The template that a stack deploys, if it is in the workspace. */
  readonly childOf: (scope: Scope, stack: string) => Scope | undefined;
}

export interface Export {
  readonly scope: Scope;
  readonly output: OutputDeclaration & { readonly exportName: Text };
}

export function findScopes(files: readonly WorkspaceFile[]): Scopes {
  const all: (Scope & { readonly parents: Parent[] })[] = [];
  const byPath = new Map<string, Scope & { readonly parents: Parent[] }>();
  const children = new Map<string, Scope>();
  for (const file of files) {
    const { path, documents } = file.declarations;
    for (const [number, document] of documents.entries()) {
      const id = number === 0 ? path : `${path}#${number + 1}`;
      const scope = { id, file, index: indexDocument(document), parents: [], isFile: true };
      all.push(scope);
      if (number === 0) byPath.set(path, scope);
    }
  }
  for (const scope of [...all]) {
    for (const stack of scope.index.declarations) {
      if (stack.declares !== 'stack') continue;
      const child = stack.template
        ? { ...scope, id: `${scope.id}#${stack.id}`, index: indexNested(stack.template), parents: [], isFile: false }
        : byPath.get(localPath(scope.file.declarations.path, stack.templateUrl) ?? '');
      if (child === undefined || child === scope) continue;
      if (stack.template) all.push(child);
      child.parents.push({ scope, stack });
      children.set(`${scope.id}\n${stack.id}`, child);
    }
  }
  return {
    all,
    exports: all.flatMap((scope) => exportsOf(scope)),
    childOf: (scope, stack) => children.get(`${scope.id}\n${stack}`),
  };
}

function exportsOf(scope: Scope): readonly Export[] {
  return scope.index.declarations.flatMap((output) => (hasExport(output) ? [{ scope, output }] : []));
}

function hasExport(declaration: Declaration): declaration is Export['output'] {
  return declaration.declares === 'output' && declaration.exportName !== undefined;
}

/** A path beside the template's own, as `aws cloudformation package` takes it; a URL has none. */
function localPath(from: string, url: Text | undefined): string | undefined {
  const written = url && literalText(url);
  if (!written || /^[a-z0-9]+:\/\//i.test(written) || written.startsWith('/')) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const step of written.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
