import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import { lookUpConditionKey } from '../catalog/find-condition-key.ts';
import type { IamData } from '../catalog/iam-data.ts';

/**
 * True for the name between the braces of a variable that IAM certainly knows: a condition key that AWS documents,
 * a key of an identity provider, or one of the characters that stand for themselves. Other tools have words with a
 * colon too: `${self:provider.stage}`, `${aws:region}`.
 */
export function isVariableName(text: string, data: IamData | undefined): boolean {
  const [name = ''] = text.split(',', 1);
  const key = name.trim();
  if (/^[*?$]$/.test(key)) return true;
  if (/^[\w-]+(\.[\w-]+)+(\/[^:]*)?:(sub|aud|amr|oaud|id|app_id|user_id)$/i.test(key)) return true;
  if (findGlobalConditionKey(key) !== undefined) return true;
  const isOfService = /^[a-z][a-z0-9-]*:[A-Za-z]/.test(key) && !key.startsWith('aws:');
  return isOfService && data !== undefined && lookUpConditionKey(data, key).is === 'known';
}
