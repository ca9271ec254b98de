/** How a piece of a text is read: undefined where it is not known what it says. */
export interface PieceReader<P> {
  readonly textOf: (piece: P) => string | undefined;
  /** The piece from one place to another in its text. */
  readonly cut: (piece: P, from: number, to: number) => P;
}

/**
 * Cuts a text of pieces at a character into at most so many fields. A piece that is not known is taken to stay inside the
 * field in which it stands.
 */
export function splitPieces<P>(
  pieces: readonly P[],
  separator: string,
  most: number,
  { textOf, cut }: PieceReader<P>,
): readonly (readonly P[])[] {
  let field: P[] = [];
  const fields: P[][] = [field];
  for (const piece of pieces) {
    const text = textOf(piece);
    if (text === undefined) {
      field.push(piece);
      continue;
    }
    let from = 0;
    for (let to = text.indexOf(separator); to >= 0 && fields.length < most; to = text.indexOf(separator, from)) {
      if (to > from) field.push(cut(piece, from, to));
      field = [];
      fields.push(field);
      from = to + separator.length;
    }
    if (from < text.length) field.push(from === 0 ? piece : cut(piece, from, text.length));
  }
  return fields;
}

/** The fields of an ARN; the last may hold colons. */
export interface ArnFields<P> {
  readonly partition: readonly P[];
  readonly service: readonly P[];
  readonly region: readonly P[];
  readonly account: readonly P[];
  readonly resource: readonly P[];
}

/** Undefined where the pieces do not begin with `arn:` or have fewer than five colons in what is known of them. */
export function splitArn<P>(pieces: readonly P[], reader: PieceReader<P>): ArnFields<P> | undefined {
  const [prefix, partition, service, region, account, resource] = splitPieces(pieces, ':', 6, reader);
  if (!prefix || !partition || !service || !region || !account || !resource) return undefined;
  const begins = prefix.map(reader.textOf);
  return begins.every((text) => text !== undefined) && begins.join('') === 'arn'
    ? { partition, service, region, account, resource }
    : undefined;
}
