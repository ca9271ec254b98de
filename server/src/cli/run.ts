import { version } from '../../../package.json';
import { describeAge } from '../catalog/iam-data-age.ts';
import { bakedIamData } from '../data/index.ts';
import { readArguments } from './arguments.ts';
import { check, type ExitCode } from './check.ts';
import { explainHop } from './explain.ts';
import { showGraph } from './graph.ts';
import { helpText } from './help.ts';
import { newRoleChain } from './new-role-chain.ts';
import { showOrganization } from './organization.ts';
import { explainRule, listRules } from './rule-pages.ts';
import type { Terminal } from './terminal.ts';

/** Does what the words after `rolechain` ask for. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = readArguments(words);
  switch (command.name) {
    case 'help':
      terminal.print(helpText);
      return 0;
    case 'version':
      terminal.print(`${version}\n${describeAge(bakedIamData()(), new Date())}\n`);
      return 0;
    case 'rules':
      return listRules(terminal);
    case 'rule':
      return explainRule(command.id, terminal);
    case 'check':
      return check(command.check, terminal);
    case 'graph':
      return showGraph(command.graph, terminal);
    case 'explain':
      return explainHop(command.explain, terminal);
    case 'org':
      return showOrganization(command.org, terminal);
    case 'new':
      return newRoleChain(command.new, terminal);
    case 'wrong usage':
      terminal.note(`${command.message} More: rolechain --help`);
      return 2;
    default:
      return command satisfies never;
  }
}
