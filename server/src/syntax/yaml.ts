import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  Parser,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { table } from '../base/table.ts';
import { longFormIntrinsic } from './intrinsic.ts';
import type {
  ArrayNode,
  CollectionStyle,
  Node,
  NullNode,
  ObjectNode,
  Property,
  StringNode,
  StringStyle,
  SyntaxProblem,
} from './node.ts';
import { deepestNesting, type ParsedProperties, type ParsedText, sortProblems, tooDeepMessage } from './parsed-text.ts';
import type { PatchedText } from './patched-text.ts';
import { type Anchored, aliasProblem, createExtents } from './yaml-aliases.ts';
import { type Attempt, bestAttempt } from './yaml-attempts.ts';
import { mergeBudget, mergedObjects, mergeProperties } from './yaml-merge.ts';
import { readPlainYaml } from './yaml-plain.ts';

/**
 * Reads the text of one YAML document, however half-typed: what is missing is said as a problem and what follows it is
 * still read. Core schema of YAML 1.2; merge keys are merged; an alias is the node of its anchor.
 */
export function parseYaml(text: string): ParsedText {
  const plain = readPlainYaml(text);
  return plain ? { root: longFormIntrinsic(plain), problems: [] } : parseYamlInFull(text);
}

/** The same without a look at whether the text is a plain one. */
export function parseYamlInFull(text: string): ParsedText {
  const { tree, source, problems } = bestAttempt(text, false, compose);
  const converter = createConverter(text, source);
  const root = tree === null || converter.isNothing(tree) ? undefined : converter.node(tree);
  return { root, problems: sortProblems([...problems, ...converter.problems]) };
}

/** Reads a piece of a block map: lines with some of its keys and their values, at whatever indentation they stand. */
export function parseYamlProperties(text: string): ParsedProperties {
  const plain = readPlainYaml(text);
  return plain ? { properties: plain.properties, problems: [] } : parseYamlPropertiesInFull(text);
}

/** The same without a look at whether the text is a plain one. */
export function parseYamlPropertiesInFull(text: string): ParsedProperties {
  const { tree, source, problems } = bestAttempt(text, true, compose);
  const converter = createConverter(text, source);
  const properties = isMap(tree) ? converter.properties(tree) : [];
  return { properties, problems: sortProblems([...problems, ...converter.problems]) };
}

type Contents = Document.Parsed['contents'];

function compose(text: string): Attempt<Contents> {
  const document = withoutStacks(() => composeDocument(text));
  if (document === undefined) {
    const error = { code: 'RESOURCE_EXHAUSTION', message: tooDeepMessage, span: { start: 0, end: 1 } };
    return { tree: null, errors: [error], quoteStart: () => undefined, loneWord: undefined };
  }
  const { contents } = document;
  let quoted: Map<number, number> | undefined;
  return {
    tree: contents,
    errors: document.errors.map(({ code, message, pos: [start, end] }) => ({ code, message, span: { start, end } })),
    quoteStart(end) {
      quoted ??= quotedTexts(document);
      return quoted.get(end);
    },
    loneWord: isScalar(contents) && contents.type === 'PLAIN' ? contents.range[0] : undefined,
  };
}

/**
 * The parser makes an error of every tag that it does not know, of which a template has thousands. Nobody looks at their
 * stacks, and to write these down takes a quarter of the time.
 */
function withoutStacks<Result>(work: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Undefined when the text is nested too deep: the composer calls itself for each level. */
function composeDocument(text: string): Document.Parsed | undefined {
  const composer = new Composer({
    prettyErrors: false,
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
    resolveKnownTags: false,
  });
  const parser = new Parser();
  const documents: Document.Parsed[] = [];
  // Each open collection stands on the parser's stack, above the document and below what is being read.
  const deepestStack = deepestNesting + 2;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > deepestStack) return undefined;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  return documents[0];
}

/** The starts of a document's quoted texts by their ends. */
function quotedTexts(document: Document.Parsed): Map<number, number> {
  const starts = new Map<number, number>();
  visit(document, {
    Scalar(_, { range, type }) {
      if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) starts.set(range[1], range[0]);
    },
  });
  return starts;
}

const styles: Readonly<Record<string, StringStyle>> = table({
  PLAIN: 'plain',
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
});

type Tagged = Scalar | YAMLMap | YAMLSeq;

/** The parser's range of a node: its start behind its tag, the end of its value, the end with what trails it. */
function rangeOf(from: unknown): readonly [number, number, number] {
  const range = isNode(from) ? from.range : undefined;
  return range ?? [0, 0, 0];
}

function createConverter(text: string, source: PatchedText) {
  const problems: SyntaxProblem[] = [];
  /** The nodes of the anchors so far; `open` while the anchor's own node is being read. */
  const anchors = new Map<string, Anchored | 'open'>();
  const extents = createExtents();
  const budget = mergeBudget();

  function start(from: unknown): number {
    return source.originalOffset(rangeOf(from)[0]);
  }

  function end(from: unknown): number {
    return source.originalOffset(rangeOf(from)[1]);
  }

  function node(from: unknown): Node {
    extents.enter();
    const read = nodeOf(from);
    extents.leave();
    return read;
  }

  function nodeOf(from: unknown): Node {
    if (isScalar(from)) return tagged(from, scalar);
    if (isMap(from)) return tagged(from, map);
    if (isSeq(from)) return tagged(from, sequence);
    if (isAlias(from)) return aliased(from.source, start(from), end(from));
    return nothing(0);
  }

  function nothing(offset: number): NullNode {
    return { type: 'null', span: { start: offset, end: offset } };
  }

  function tagged<From extends Tagged>(from: From, convert: (from: From) => Node): Node {
    const { anchor, tag } = from;
    const read = (): Node => {
      const value = convert(from);
      return tag !== undefined && isLocal(tag) ? shortForm(tag, rangeOf(from)[0], value) : value;
    };
    if (anchor === undefined) return read();
    anchors.set(anchor, 'open');
    const anchored = extents.measure(read);
    anchors.set(anchor, anchored);
    return anchored.node;
  }

  function isLocal(tag: string): boolean {
    return tag.startsWith('!') && tag.length > 1;
  }

  /** The parser's range of a node begins behind its tag: the tag is the nearest text like it before the value. */
  function shortForm(tag: string, valueStart: number, argument: Node): Node {
    const found = source.text.lastIndexOf(tag, valueStart - tag.length);
    const tagStart = found < 0 ? valueStart : found;
    const nameSpan = {
      start: source.originalOffset(tagStart),
      end: source.originalOffset(found < 0 ? valueStart : found + tag.length),
    };
    const span = { start: nameSpan.start, end: Math.max(nameSpan.end, argument.span.end) };
    return { type: 'intrinsic', span, name: tag.slice(1), form: 'short', nameSpan, argument };
  }

  function aliased(name: string, from: number, to: number): Node {
    const span = { start: from, end: to };
    // `Resource: *` names no anchor; it means the text. The parser has reported that it lacks its quotes.
    if (name === '') return { type: 'string', span, value: '*', style: 'plain', raw: text.slice(from, to) };
    const anchored = anchors.get(name);
    if (anchored !== undefined && anchored !== 'open' && extents.repeat(anchored.extent)) return anchored.node;
    problems.push({ span, message: aliasProblem(name, anchored) });
    return { type: 'null', span };
  }

  function scalar(from: Scalar): Node {
    const span = { start: start(from), end: end(from) };
    const isEmpty = span.start === span.end;
    if (isEmpty && (from.value === null || (from.tag !== undefined && isLocal(from.tag)))) return nothing(span.start);
    const raw = text.slice(span.start, span.end);
    switch (typeof from.value) {
      case 'number':
        return { type: 'number', span, value: from.value, raw };
      case 'boolean':
        return { type: 'boolean', span, value: from.value, raw };
      case 'string':
        return string(from.value, styles[from.type ?? 'PLAIN'] ?? 'plain', span.start, span.end);
      default:
        return { type: 'null', span };
    }
  }

  function string(value: string, written: StringStyle, from: number, to: number): StringNode {
    const isBlock = written === 'literal' || written === 'folded';
    const span = { start: from, end: isBlock ? withoutBlankLines(from, to) : to };
    const raw = text.slice(span.start, span.end);
    // Quotes that were put around a text to get over an error are not the user's.
    const isBare = (written === 'double' || written === 'single') && raw[0] !== '"' && raw[0] !== "'";
    return { type: 'string', span, value, style: isBare ? 'plain' : written, raw };
  }

  /** Block scalars and unclosed brackets end, for the parser, behind their last line break. */
  function withoutBlankLines(from: number, to: number): number {
    let trimmed = to;
    for (;;) {
      let line = trimmed;
      while (line > from && (text[line - 1] === ' ' || text[line - 1] === '\t')) line--;
      if (line <= from || text[line - 1] !== '\n') return trimmed;
      trimmed = text[line - 2] === '\r' ? line - 2 : line - 1;
    }
  }

  function map(from: YAMLMap): Node {
    const pairs = readPairs(from);
    const span = { start: start(from), end: collectionEnd(from, pairs.end) };
    return longFormIntrinsic({ type: 'object', span, style: styleOf(from), properties: pairs.properties });
  }

  function sequence(from: YAMLSeq): ArrayNode {
    let lastEnd = start(from);
    const items = from.items.map((each) => {
      const item = isNothing(each) ? nothing(behindDash(each)) : node(each);
      lastEnd = isAlias(each) ? end(each) : item.span.end;
      return item;
    });
    const span = { start: start(from), end: collectionEnd(from, lastEnd) };
    return { type: 'array', span, style: styleOf(from), items };
  }

  function styleOf(from: YAMLMap | YAMLSeq): CollectionStyle {
    return from.flow ? 'flow' : 'block';
  }

  /** A block ends with its last item: the parser counts the comments and lines behind it in. */
  function collectionEnd(from: YAMLMap | YAMLSeq, lastEnd: number): number {
    return from.flow || from.items.length === 0 ? withoutBlankLines(start(from), end(from)) : lastEnd;
  }

  /** The properties of a map with its merge keys followed, and where the last of its own ends. */
  function readPairs(from: YAMLMap): { readonly properties: readonly Property[]; readonly end: number } {
    const own: Property[] = [];
    const merged: ObjectNode[] = [];
    let lastEnd = start(from);
    for (const pair of from.items) {
      const key = keyNode(pair.key);
      const value = valueNode(pair, key);
      lastEnd = isAlias(pair.value) ? end(pair.value) : Math.max(value.span.end, key.span.end);
      const objects = key.value === '<<' && key.style === 'plain' ? mergedObjects(value) : undefined;
      if (objects === undefined) own.push({ key, value });
      else merged.push(...objects);
    }
    const properties = merged.length === 0 ? own : mergeProperties(own, merged, budget);
    return { properties, end: lastEnd };
  }

  function valueNode(pair: Pair, key: StringNode): Node {
    if (pair.value === null) return nothing(key.span.end);
    return isNothing(pair.value) ? nothing(behindColon(pair.key, pair.value)) : node(pair.value);
  }

  /** A key that is no string (a number, a list) is read as its own text. */
  function keyNode(from: unknown): StringNode {
    if (isScalar(from) && typeof from.value === 'string') {
      const key = scalar(from);
      if (from.anchor !== undefined) anchors.set(from.anchor, { node: key, extent: { size: 1, depth: 1 } });
      if (key.type === 'string') return key;
    }
    const alias = isAlias(from) ? node(from) : undefined;
    if (alias?.type === 'string') return alias;
    const span = { start: start(from), end: end(from) };
    const raw = text.slice(span.start, span.end);
    return { type: 'string', span, value: raw, style: 'plain', raw };
  }

  function isNothing(from: unknown): boolean {
    if (!isScalar(from) || from.value !== null || from.tag !== undefined || from.anchor !== undefined) return false;
    return from.range?.[0] === from.range?.[1];
  }

  function behindColon(key: unknown, value: unknown): number {
    const colon = source.text.indexOf(':', rangeOf(key)[1]);
    return source.originalOffset(colon < 0 ? rangeOf(value)[0] : colon + 1);
  }

  function behindDash(value: unknown): number {
    const dash = source.text.lastIndexOf('-', rangeOf(value)[0] - 1);
    return source.originalOffset(dash < 0 ? rangeOf(value)[0] : dash + 1);
  }

  return { node, isNothing, properties: (from: YAMLMap) => readPairs(from).properties, problems };
}
