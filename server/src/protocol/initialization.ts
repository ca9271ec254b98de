/** What an editor may say in `initializationOptions`; every part may be left out. */
export interface InitializationOptions {
  /** Settings for editors without `workspace/configuration`, shaped as the section `rolechain`: `{ "rules": {} }`. */
  readonly settings?: unknown;
  /** Language ids whose syntax errors and duplicate keys the editor reports itself. */
  readonly editorReportsSyntax?: readonly string[];
  /** The URI under which the editor shows a rule's page when `<rule id>.md` is appended; without it, files beside the server. */
  readonly rulePages?: string;
  /** Commands that the editor has; see `commands`. */
  readonly commands?: readonly string[];
  /** The editor wants the notification `rolechain/status`. */
  readonly status?: boolean;
  /** The editor wants the notification `rolechain/graphChanged`. */
  readonly graph?: boolean;
  /** The URI of a folder of this user, in which known organizations are kept; without it they are forgotten at the end. */
  readonly storage?: string;
  /** The editor answers `mfaCodeRequest`. */
  readonly mfaCodes?: boolean;
  /** The editor folds these languages by itself, and would do so no more if the server offered to. */
  readonly editorFolds?: boolean;
}
