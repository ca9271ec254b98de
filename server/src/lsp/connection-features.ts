import { type Features, ProposedFeatures } from 'vscode-languageserver/node';
import { withoutSecrets } from '../protocol/without-secrets.ts';

/** A connection whose log, that of the library too, gets no account ids and no credentials. */
export const connectionFeatures: Features = {
  ...ProposedFeatures.all,
  console: (Base) =>
    class extends Base {
      override error(message: string): void {
        super.error(withoutSecrets(message));
      }
      override warn(message: string): void {
        super.warn(withoutSecrets(message));
      }
      override info(message: string): void {
        super.info(withoutSecrets(message));
      }
      override log(message: string): void {
        super.log(withoutSecrets(message));
      }
      override debug(message: string): void {
        super.debug(withoutSecrets(message));
      }
    },
};
