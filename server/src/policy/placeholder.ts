/** A word that a person has still to replace, as it stands in a decoded string: `from` and `to` are indices into it. */
export interface Placeholder {
  readonly from: number;
  readonly to: number;
  /** As written, with its brackets. */
  readonly text: string;
}

/** Which `${…}` a string may hold: IAM's own variables always; CloudFormation's only where it is an `Fn::Sub`. */
export type DollarBraces = 'iam' | 'sub';

/**
 * The forms in use, most certain first:
 * `<your org path>`, `YOUR_ACCOUNT_ID`, `REPLACE_ME`, `ACCOUNT_ID`, `o-orgid`, `xxxxxxxxxxxx`, `{{name}}`, `${name}`.
 * No form begins where a letter, digit or `_` stands before it, so parts of longer names are left alone.
 */
const forms: readonly RegExp[] = [
  /<[A-Za-z][^<>\n"]{0,80}>/g,
  /(?<![A-Za-z0-9_-])YOUR[_-][A-Z0-9_-]*[A-Z0-9](?![A-Za-z0-9_-])/g,
  /(?<![A-Za-z0-9_-])REPLACE(?:[_-]?ME|[_-](?:WITH|THIS)(?:[_-][A-Z0-9_-]*[A-Z0-9])?)(?![A-Za-z0-9_-])/g,
  /(?<![A-Za-z0-9_-])CHANGE[_-]?ME(?![A-Za-z0-9_-])/g,
  /(?<![A-Za-z0-9_-])INSERT[_-][A-Z0-9_-]*HERE(?![A-Za-z0-9_-])/g,
  /(?<![A-Za-z0-9_-])(?:AWS[_-])?ACCOUNT[_-]ID(?![A-Za-z0-9_-])/g,
  /(?<![A-Za-z0-9_-])o-orgid(?![A-Za-z0-9_-])/g,
  /(?<![A-Za-z0-9_-])(?:x{12}|X{12})(?![A-Za-z0-9_-])/g,
  /\{\{(?!resolve:)[^{}\n]{1,120}\}\}/g,
];

/** `${name}` of Terraform, of shells and of other tools. IAM's own variables hold a colon or are `${*}`, `${?}`, `${$}`. */
const otherTools = /\$\{(?![*?$]\})[^{}:'\n]{1,120}\}/g;

/** Every placeholder of a decoded string, in its order, none inside another. Linear in the length of the text. */
export function findPlaceholders(text: string, dollarBraces: DollarBraces): readonly Placeholder[] {
  if (!mayHoldPlaceholder(text) || isForeignFunction(text)) return [];
  const found: Placeholder[] = [];
  const taken = new Uint8Array(text.length);
  for (const form of dollarBraces === 'iam' ? [...forms, otherTools] : forms) {
    for (const match of text.matchAll(form)) {
      const from = match.index;
      const to = from + match[0].length;
      if (taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      found.push({ from, to, text: match[0] });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A function of another tool, written as a string: org-formation's `Fn::EnumTargetAccounts Binding ${account}`. */
export function isForeignFunction(text: string): boolean {
  return text.startsWith('Fn::') && /^Fn::\w+\s/.test(text);
}

/** A quick look: false where the text holds neither a placeholder nor `${` nor `{{`; also for a text of several strings. */
export function mayHoldPlaceholder(text: string): boolean {
  return hints.test(text);
}

/** The same of a long text, in which nearly always nothing is found: to look for one after the other is quicker there. */
export function mayTextHoldPlaceholder(text: string): boolean {
  for (const each of hintTexts) if (text.includes(each)) return true;
  return false;
}

const hintTexts = [
  '<',
  '${',
  '{{',
  'YOUR',
  'REPLACE',
  'CHANGE',
  'INSERT',
  'ACCOUNT',
  'o-orgid',
  'x'.repeat(12),
  'X'.repeat(12),
] as const;

const hints = new RegExp(hintTexts.map((each) => each.replace(/[${]/g, '\\$&')).join('|'));
