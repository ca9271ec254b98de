import { type ChainPlan, jsonText } from './chain-plan.ts';
import { scpFile } from './protecting-scp.ts';
import { sourceFiles } from './source-role.ts';
import { sourceAccountParameter, targetFile } from './target-role.ts';
import type { WrittenFile } from './written-file.ts';

/** Says where the roles of the files live, so that both sides of the chain are seen. */
export function writeConfiguration(plan: ChainPlan): WrittenFile {
  const { answers, targets, source, format } = plan;
  const { account } = answers.source;
  const isSame = targets.kind === 'account' && targets.account === account;
  const targetName = isSame ? 'source' : 'target';
  const targetPlace = targets.kind === 'units' ? { organizationalUnits: [targets.path] } : { account: targetName };
  const isTemplate = format === 'template';
  const configuration = {
    // The commands of the page give the capability.
    rules: { 'named-iam-resource': 'off' },
    accounts: {
      ...(account !== undefined && { source: account }),
      ...(targets.kind === 'account' && !isSame && { target: targets.account }),
    },
    ...(account !== undefined && { parameters: { [sourceAccountParameter]: account } }),
    deployments: [
      ...(isTemplate && account !== undefined ? [{ files: [sourceFiles.template], account: 'source' }] : []),
      { files: [targetFile], ...targetPlace },
    ],
    ...(!isTemplate && {
      roles: [
        {
          name: source.name,
          path: source.path,
          account: 'source',
          trust: sourceFiles.trust,
          permissions: [sourceFiles.permissions],
        },
      ],
    }),
    controlPolicies: [
      { file: scpFile, kind: 'scp', targets: [targets.kind === 'units' ? targets.path : targets.account] },
    ],
  };
  return {
    path: 'rolechain.config.json',
    text: jsonText(configuration),
    title: 'Where the roles live, for Role Chain',
  };
}
