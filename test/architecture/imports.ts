/** What one import statement, re-export, `import()` or `import type` names. */
export interface Import {
  readonly line: number;
  /** Undefined where it is worked out when the program runs. */
  readonly target: string | undefined;
}

/** Every module that a source names. Works on text, so that imports of types alone are seen too. */
export function readImports(source: string): readonly Import[] {
  const text = withoutComments(source);
  const forms = [
    /^[ \t]*(?:import|export)\b[^;'"`]*?\bfrom\s*(['"][^'"]+['"])/gm,
    /^[ \t]*import\s*(['"][^'"]+['"])/gm,
    /\bimport\s*\(\s*([^)]*?),?\s*\)/g,
    /\brequire\s*\(\s*([^)]*?)\s*\)/g,
  ];
  return forms.flatMap((form) =>
    [...text.matchAll(form)].map((match) => ({
      line: text.slice(0, match.index + match[0].search(/\S/)).split('\n').length,
      target: /^(['"])([^'"]*)\1$/.exec(match[1] ?? '')?.[2],
    })),
  );
}

/** The same text, comments blanked. Comments stand on lines of their own or behind code, after a space. */
export function withoutComments(source: string): string {
  return source
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[ \t])\/\/.*$/gm, (comment) => ' '.repeat(comment.length));
}
