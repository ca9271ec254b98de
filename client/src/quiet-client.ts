import { LanguageClient } from 'vscode-languageclient/node';

/** The client of the library without its error pop-ups: nobody asked for a server, so its failures are logged and shown as status. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
