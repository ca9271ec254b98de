/** True for a condition key whose values are account ids: `aws:SourceAccount`, `kms:CallerAccount`, … */
export function isAccountKey(key: string): boolean {
  return /:\w*account$/i.test(key);
}
