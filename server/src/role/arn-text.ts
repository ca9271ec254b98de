import { type ArnFields, type PieceReader, splitArn, splitPieces } from '../base/split-arn.ts';
import { concat } from './role-arn.ts';
import { literalText, type Text, type TextPart } from './text.ts';

/** An ARN taken apart at its first five colons; `resource` may hold more of them. */
export type ArnText = ArnFields<TextPart>;

/**
 * Takes a text apart. Undefined if it does not begin with `arn:` or has fewer than five colons in what is known of it.
 * What is not known is taken to stay inside the field in which it stands.
 */
export function parseArnText(text: Text): ArnText | undefined {
  return splitArn(text, reader);
}

const reader: PieceReader<TextPart> = {
  textOf: (part) => (typeof part === 'string' ? part : undefined),
  cut: (part, from, to) => (typeof part === 'string' ? part.slice(from, to) : part),
};

/** An ARN of IAM taken apart. */
export interface IamArn {
  readonly partition: Text;
  readonly account: Text;
  /** `role`, `user`, `policy`, `saml-provider`, `root`, ... */
  readonly kind: string;
  /** `/` or `/a/b/`. */
  readonly path: Text;
  readonly name: Text;
}

/** Undefined where the text is no ARN of IAM, or where its fields cannot be told apart. */
export function parseIamArn(text: Text): IamArn | undefined {
  const arn = parseArnText(text);
  if (arn === undefined || literalText(arn.service) !== 'iam' || literalText(arn.region) !== '') return undefined;
  const steps = splitPieces(arn.resource, '/', Number.POSITIVE_INFINITY, reader);
  const kind = literalText(steps[0] ?? []);
  const name = steps.at(-1);
  if (kind === undefined || name === undefined) return undefined;
  const between = steps.slice(1, -1).flatMap((step) => [...step, '/']);
  const { partition, account } = arn;
  return { partition, account, kind, path: concat(['/'], between), name: steps.length === 1 ? [] : name };
}
