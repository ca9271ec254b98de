/** What of a line of YAML stands before the cursor. */
export interface YamlLine {
  /** Where quotes begin that are still open. */
  readonly quoteAt?: number;
  /** Brackets that are opened on the line and still open. */
  readonly depth: number;
  /** Behind the colon of a key of the block. */
  readonly valueAt?: number;
  /** Behind the last dash, colon, comma, bracket or tag. */
  readonly tokenAt: number;
  readonly tag?: string;
}

/** Reads a line up to the cursor, as far as a line tells; undefined in a comment. */
export function readYamlLine(before: string): YamlLine | undefined {
  let at = /^[ \t]*(?:-[ \t]+)*/.exec(before)?.[0].length ?? 0;
  let depth = 0;
  let tokenAt = at;
  let valueAt: number | undefined;
  let tag: string | undefined;
  /** Nothing but blanks stands behind `tokenAt`. */
  let isStart = true;
  const begin = (next: number) => {
    tokenAt = next;
    tag = undefined;
    isStart = true;
  };
  while (at < before.length) {
    const character = before[at] ?? '';
    if (character === '#' && !/\S/.test(before[at - 1] ?? '')) return undefined;
    if (isStart && (character === '"' || character === "'")) {
      const closed = quotedLength(before.slice(at), character);
      if (closed === undefined) return line({ quoteAt: at, depth, valueAt, tokenAt, tag });
      at += closed;
      isStart = false;
      continue;
    }
    const tagged = isStart && character === '!' ? /^!([\w:]+)[ \t]+/.exec(before.slice(at)) : null;
    if (tagged !== null) {
      at += tagged[0].length;
      tokenAt = at;
      tag = tagged[1];
      continue;
    }
    const wasStart = isStart;
    if (/\S/.test(character)) isStart = false;
    if (/[[{]/.test(character) && (wasStart || depth > 0) && before[at - 1] !== '$') {
      depth++;
      begin(at + 1);
    } else if (/[\]}]/.test(character) && depth > 0) depth--;
    else if (character === ',' && depth > 0) begin(at + 1);
    else if (character === ':' && /^(?:\s|$)/.test(before.slice(at + 1)) && !isHalfName(before, tokenAt, at)) {
      // Behind the colon of a key a further one is of its value.
      if (depth > 0 || valueAt === undefined) begin(at + 1);
      if (depth === 0) valueAt ??= at + 1;
    }
    at++;
  }
  return line({ depth, valueAt, tokenAt, tag });
}

/** The beginning of `s3:GetObject` or of an ARN, right before the cursor: what YAML takes for a key as it stands. */
export function isHalfName(text: string, from: number, colon: number): boolean {
  return colon + 1 === text.length && /^\s*(?:[a-z][a-z0-9-]*|arn:\S*)$/.test(text.slice(from, colon));
}

function quotedLength(text: string, quote: string): number | undefined {
  return (quote === '"' ? /^"[^"\\]*(?:\\.[^"\\]*)*"/ : /^'[^']*(?:''[^']*)*'(?!')/).exec(text)?.[0].length;
}

function line(read: {
  readonly quoteAt?: number | undefined;
  readonly depth: number;
  readonly valueAt: number | undefined;
  readonly tokenAt: number;
  readonly tag: string | undefined;
}): YamlLine {
  const { quoteAt, depth, valueAt, tokenAt, tag } = read;
  return {
    depth,
    tokenAt,
    ...(quoteAt !== undefined && { quoteAt }),
    ...(valueAt !== undefined && { valueAt }),
    ...(tag !== undefined && { tag }),
  };
}
