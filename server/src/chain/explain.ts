import type { Environment } from './environment.ts';
import type { Request } from './request.ts';
import type { Reason } from './verdict.ts';
export function explainAllowed(_request: Request, _environment: Environment | undefined): readonly Reason[] {
  return [];
}
export function explainBlocked(_request: Request): readonly Reason[] {
  return [];
}
