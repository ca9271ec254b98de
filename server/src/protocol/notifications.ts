/** Server to editor: what is known of a document, each time it was checked. */
export const statusNotification = 'rolechain/status';

export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  /** False: there is neither a policy nor a template in it. */
  readonly recognised: boolean;
  /** It is too long to be looked at; then it is not recognised. */
  readonly isTooLong?: true;
  /** How many policies were found. */
  readonly policies: number;
  /** Their kinds in words (`trust policy`), each once. */
  readonly kinds: readonly string[];
  /** It says something of who may assume whom. */
  readonly roles: boolean;
  readonly findings: FindingCounts;
  /** Of when what is known of AWS's actions and keys is, and how old, in words. */
  readonly iamData: string;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** Editor to server: `InitializationOptions.editorReportsSyntax` changed, as when an extension was added or removed. */
export const syntaxReportsNotification = 'rolechain/editorReportsSyntax';

export interface SyntaxReports {
  readonly languages: readonly string[];
}
