/** What a piece of a pattern stands for: one character, any one, or any number of them; `except` lists those it is not. */
export type Piece =
  | { readonly type: 'char'; readonly char: string }
  | { readonly type: 'one' | 'any'; readonly except?: string };

/**
 * Whether some text fits both patterns. Takes at most as many steps as the product of what lies between the two
 * patterns' common beginning and their common end.
 */
export function overlaps(a: readonly Piece[], b: readonly Piece[]): boolean {
  let from = 0;
  for (; from < a.length && from < b.length; from++) {
    const answer = startAlike(a[from], b[from]);
    if (answer === undefined) break;
    if (!answer) return false;
  }
  let [toA, toB] = [a.length, b.length];
  for (; toA > from && toB > from; toA--, toB--) {
    const answer = startAlike(a[toA - 1], b[toB - 1]);
    if (answer === undefined) break;
    if (!answer) return false;
  }
  const [restA, restB] = [a.slice(from, toA), b.slice(from, toB)];
  const [anyA, anyB] = [onlyAny(restA), onlyAny(restB)];
  if (anyA !== undefined) return restB.every((piece) => piece.type !== 'char' || takes(anyA, piece.char));
  if (anyB !== undefined) return restA.every((piece) => piece.type !== 'char' || takes(anyB, piece.char));
  return overlapsSomewhere(restA, restB);
}

/** Of two pieces at one end of their patterns; undefined where one of them stands for any number of characters. */
function startAlike(left: Piece | undefined, right: Piece | undefined): boolean | undefined {
  if (left === undefined || right === undefined || left.type === 'any' || right.type === 'any') return undefined;
  return share(left, right);
}

/** What stands alone for any number of characters, each of which it then has to take. */
function onlyAny(pieces: readonly Piece[]): Piece | undefined {
  return pieces.length === 1 && pieces[0]?.type === 'any' ? pieces[0] : undefined;
}

function overlapsSomewhere(a: readonly Piece[], b: readonly Piece[]): boolean {
  const width = b.length + 1;
  const reached = new Uint8Array((a.length + 1) * width);
  reached[0] = 1;
  for (let i = 0; i <= a.length; i++) {
    let isReached = false;
    for (let j = 0; j <= b.length; j++) {
      if (reached[i * width + j] !== 1) continue;
      isReached = true;
      const [left, right] = [a[i], b[j]];
      // What stands for any number of characters may stand for none.
      if (left?.type === 'any') reached[(i + 1) * width + j] = 1;
      if (right?.type === 'any') reached[i * width + j + 1] = 1;
      if (left === undefined || right === undefined || !share(left, right)) continue;
      const [nextLeft, nextRight] = [left.type === 'any' ? i : i + 1, right.type === 'any' ? j : j + 1];
      reached[nextLeft * width + nextRight] = 1;
    }
    if (!isReached) return false;
  }
  return reached[reached.length - 1] === 1;
}

/** Whether one character fits both. */
function share(left: Piece, right: Piece): boolean {
  if (left.type === 'char') return takes(right, left.char);
  return right.type === 'char' ? takes(left, right.char) : true;
}

function takes(piece: Piece, char: string): boolean {
  return piece.type === 'char' ? piece.char === char : !piece.except?.includes(char);
}
