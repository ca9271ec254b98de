/** A stream that may be a terminal, as far as it is written to. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line at the foot of a terminal that is written over. What else is written goes through `above`. */
export interface StatusLine {
  /** Empty: no line. */
  show(line: string): void;
  /** Writes to any stream of the same terminal, the line being out of the way. */
  above(output: Output, text: string): void;
}

/** Carriage return, and "erase in line" of ECMA-48. */
const erase = '\r\u001b[K';

/** The line is drawn on `output` only if that is a terminal that can take a line back. */
export function createStatusLine(output: Output, terminalType: string | undefined): StatusLine {
  const canErase = output.isTTY === true && terminalType !== 'dumb';
  let shown = '';
  const show = (line: string) => {
    if (!canErase || line === shown) return;
    output.write(`${shown === '' ? '' : erase}${line}`);
    shown = line;
  };
  return {
    show,
    above(other, text) {
      if (text === '') return;
      show('');
      other.write(text);
    },
  };
}
