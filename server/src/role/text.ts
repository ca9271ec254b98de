/**
 * A text as policies and templates have it, of which parts may not be known: plain data without positions. `*` and `?`
 * are wildcards only where a text is read as a pattern.
 */
export type Text = readonly TextPart[];

export type TextPart = string | Unknown;

/** A text that is not known. The same id: the same text, whatever it will be. */
export interface Unknown {
  /** Unique in the workspace, such as `security.yaml#SecurityOperationsAccountID`. */
  readonly unknown: string;
  /** For sentences, such as "`${SecurityOperationsAccountID}`" or "the account of `SourceRole`". */
  readonly label: string;
  readonly type: UnknownType;
}

/**
 * What such a text can be: `account` twelve digits; `name` without `/` and `:`, never empty; `path` what
 * `aws:PrincipalOrgPaths` has below a known unit: nothing, or units each closed by `/`; `text` anything.
 */
export type UnknownType = 'account' | 'name' | 'path' | 'text';

/** The whole text, if all of it is known. */
export function literalText(text: Text): string | undefined {
  let joined = '';
  for (const part of text) {
    if (typeof part !== 'string') return undefined;
    joined += part;
  }
  return joined;
}

/** For messages: `${Name}`, or what is not known in angle brackets, in its place. */
export function describeText(text: Text): string {
  const isAll = text.length === 1;
  return text.map((part) => (typeof part === 'string' ? part : isAll ? plainLabel(part) : inPlace(part))).join('');
}

/** The label of what is not known as it stands within a longer text, told apart from what is around it. */
export function inPlace(unknown: Unknown): string {
  const plain = plainLabel(unknown);
  return plain.startsWith('${') && plain.endsWith('}') ? plain : `<${plain}>`;
}

function plainLabel({ label }: Unknown): string {
  return label.replaceAll('`', '');
}

/** Equal keys: equal texts, whatever the unknown parts will hold. */
export function textKey(text: Text): string {
  const [only] = text;
  if (typeof only === 'string' && text.length === 1) return only;
  return text.map((part) => (typeof part === 'string' ? part : `\u0000${part.unknown}\u0000`)).join('');
}
