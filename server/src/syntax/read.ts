import { detached } from '../base/detached.ts';
import type { TextEdit } from '../base/long-text.ts';
import type { Format, Fragment, FragmentTree, SyntaxDocument, SyntaxFile } from './fragment.ts';
import { parseJson, parseJsonProperty } from './json.ts';
import { editSince, recut } from './recut.ts';
import type { Slice } from './slice.ts';
import { recutJson, splitJson } from './split-json.ts';
import { recutYaml, splitYaml } from './split-yaml.ts';
import { matchStretches, type Stretch, stretchesOf, type UnreadStretch } from './stretch.ts';
import { isTemplateRoot, resourceTrees, sectionTrees } from './template-trees.ts';
import { parseYaml, parseYamlProperties } from './yaml.ts';

/**
 * Reads a file. Each document of a template is given as one fragment for each section and one for each resource, in the
 * order of the text; any other document is one fragment with the path `[]`.
 *
 * A section or resource is parsed by itself where the text can be cut: its `text` is then its own lines, with the
 * comments right above its key. Where it cannot (anchors that cross, everything in one pair of YAML braces, brackets
 * that do not pair up), the fragments of one document share `start` and `text`, which are the whole document's, and
 * hold the views of one parse. `["Resources"]` has no root when its entries are fragments.
 *
 * What has the same text as in `previous` keeps its trees, the same objects; only the rest is parsed.
 */
export function readFile(text: string, format: Format, previous?: SyntaxFile): SyntaxFile {
  const before = previous?.format === format ? previous : undefined;
  const edit = before && editSince(before, text);
  return (before && edit && readEdited(before, edit)) ?? readWhole(text, format, before);
}

/**
 * The same for the text that an edit makes of the one of `previous`, which itself is not looked at. Undefined where it
 * has to be: where the edit is not inside of resources that are cut, or may change how what is around them is.
 */
export function readEdited(previous: SyntaxFile, edit: TextEdit): SyntaxFile | undefined {
  const { format, length, documents } = previous;
  const found = recut(previous, edit, format === 'yaml' ? recutYaml : recutJson);
  const fragments = documents[0]?.fragments;
  const first = found && fragments?.[found.from];
  if (first === undefined || fragments === undefined || found === undefined) return undefined;
  const { from, behind, texts } = found;
  const known = matchStretches(
    texts.map((text) => ({ kind: 'resource', text })),
    stretchesOf({ documents: [{ fragments: fragments.slice(from, behind) }] }),
  );
  let start = first.start;
  const now = texts.flatMap((text, index) => {
    const placed = placeTrees(
      known[index] ?? parseStretch({ kind: 'resource', text, isDocument: false }, format),
      start,
    );
    start += text.length;
    return placed;
  });
  const moved = edit.inserted.length - (edit.end - edit.start);
  const rest = fragments.slice(behind);
  const after = moved === 0 ? rest : rest.map(({ start, text, tree }) => ({ start: start + moved, text, tree }));
  return {
    format,
    length: length + moved,
    documents: [{ fragments: [...fragments.slice(0, from), ...now, ...after] }],
  };
}

function readWhole(text: string, format: Format, previous: SyntaxFile | undefined): SyntaxFile {
  const slices = format === 'yaml' ? splitYaml(text) : [splitJson(text)];
  const unread = slices.map((document) => document.map((slice) => toRead(text, slice)));
  const known = matchStretches(unread.flat(), previous ? stretchesOf(previous) : [])[Symbol.iterator]();
  const documents = unread.map((document): SyntaxDocument => {
    const fragments = document.flatMap((each) =>
      placeTrees(known.next().value ?? parseStretch(each, format), each.start),
    );
    return { fragments };
  });
  return { format, length: text.length, documents };
}

function placeTrees({ text, trees }: Stretch, start: number): readonly Fragment[] {
  return trees.map((tree) => ({ start, text, tree }));
}

interface StretchToRead extends UnreadStretch {
  readonly isDocument: boolean;
}

function toRead(text: string, { kind, start, end }: Slice): StretchToRead & { readonly start: number } {
  const isDocument = kind === 'document';
  return { kind: isDocument ? 'section' : kind, start, text: text.slice(start, end), isDocument };
}

function parseStretch({ kind, text, isDocument }: StretchToRead, format: Format): Stretch {
  const own = detached(text);
  return { kind, text: own, trees: parseTrees(own, isDocument ? 'document' : kind, format) };
}

function parseTrees(text: string, kind: Slice['kind'], format: Format): readonly FragmentTree[] {
  const options = { comments: format === 'jsonc' };
  if (kind === 'document') {
    const { root, problems } = format === 'yaml' ? parseYaml(text) : parseJson(text, options);
    if (root?.type === 'object' && isTemplateRoot(root)) return sectionTrees(root.properties, problems);
    return [{ path: [], root, problems }];
  }
  const depth = kind === 'resource' ? 2 : 1;
  const keyOnly = kind === 'resources';
  const { properties, problems } =
    format === 'yaml' ? parseYamlProperties(text) : parseJsonProperty(text, options, { depth, keyOnly });
  if (kind === 'resource') return resourceTrees(properties, problems);
  const trees = sectionTrees(properties, problems);
  return keyOnly ? trees.map((tree) => ({ ...tree, root: undefined })) : trees;
}

/** What one piece of a file is: the whole, one of its sections, or one of its resources. */
export type PieceKind = Exclude<Slice['kind'], 'resources'>;

/** The trees of one piece by itself. */
export function readPiece(text: string, kind: PieceKind, format: Format): readonly FragmentTree[] {
  return parseTrees(text, kind, format);
}
