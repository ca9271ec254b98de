import { type Disposable, extensions, workspace } from 'vscode';

interface Reporter {
  readonly languages: readonly string[];
  readonly extension: string;
  /** The setting by which a user silences it. */
  readonly setting: string;
}

const reporters: readonly Reporter[] = [
  { languages: ['json', 'jsonc'], extension: 'vscode.json-language-features', setting: 'json.validate.enable' },
  { languages: ['yaml'], extension: 'redhat.vscode-yaml', setting: 'yaml.validate' },
];

/** Language ids whose syntax errors VS Code, or an extension in it, reports at this moment. */
export function findSyntaxReports(): readonly string[] {
  const active = reporters.filter(
    ({ extension, setting }) =>
      extensions.getExtension(extension) !== undefined && workspace.getConfiguration().get(setting, true),
  );
  return active.flatMap(({ languages }) => languages);
}

/** `changed` is called when `findSyntaxReports` may answer something else. */
export function onSyntaxReportsChange(changed: () => void): Disposable[] {
  return [
    extensions.onDidChange(changed),
    workspace.onDidChangeConfiguration((event) => {
      if (reporters.some(({ setting }) => event.affectsConfiguration(setting))) changed();
    }),
  ];
}
