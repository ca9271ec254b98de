import { withoutSecrets } from '../protocol/without-secrets.ts';

/** What the process says before it ends by an error that nobody caught. */
export function reportCrash(error: Error): string {
  return `${withoutSecrets(error.stack ?? error.message)}\n`;
}
