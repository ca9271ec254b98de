/**
 * Logs get no credentials to begin with. What somebody else's error quotes, or the text of a policy that ours quotes, may
 * hold them all the same, and account ids with them.
 */
const secrets: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  [/(?<![A-Za-z0-9])A(?:KIA|SIA|IDA|ROA|GPA|NPA|BIA|CCA)[A-Z0-9]{12,}/g, '<key>'],
  // Secret access keys have 40 characters of Base64, tokens hundreds: with digits and letters of both cases among them. Not
  // what begins as a path does.
  [
    /(?<![A-Za-z0-9+/])(?=[A-Z+/]*[a-z0-9])(?=[a-z0-9+/]*[A-Z])(?=[A-Za-z+/]*\d)[A-Za-z0-9+][A-Za-z0-9+/]{39,}={0,2}/g,
    '<secret>',
  ],
  [/(?<!\d)\d{12}(?!\d)/g, '<account id>'],
  [/(?<!\d)\d{4}-\d{4}-\d{4}(?!\d)/g, '<account id>'],
];

/** A line for a log: account ids, access keys and what looks like a secret or a token are taken out. */
export function withoutSecrets(line: string): string {
  return secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}
