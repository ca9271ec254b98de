import { commands, window, workspace } from 'vscode';
import type { Lookup } from '../organization/lookup.ts';
import { QuickList } from '../organization/quick-list.ts';
import { requireTrustToWrite } from '../organization/trust.ts';
import { askFolder, askRoot } from './ask-folder.ts';
import { askPermissions } from './ask-permissions.ts';
import { askFormat, askRegion, askSourceAccount } from './ask-place.ts';
import { askDeploymentRole, askFunctionLock, askSourceRole, askTargetRole } from './ask-roles.ts';
import * as source from './ask-source.ts';
import { askTargets } from './ask-targets.ts';
import type { Draft } from './draft.ts';
import { askReview, type Detour, type Plan } from './review.ts';
import type { RoleChainApi } from './role-chain-api.ts';
import { showResult } from './show-result.ts';
import {
  askedSteps,
  type Circumstances,
  type Step,
  type StepId,
  stepAfter,
  stepBefore,
  stepOfAnswer,
  titleOf,
} from './steps.ts';
import type { Answered, Turn, Wizard } from './wizard.ts';
import { writeFiles } from './write-files.ts';

/** Asks for everything that a role chain needs, writes its files, and shows them. */
export async function newRoleChain(lookup: Lookup, api: RoleChainApi): Promise<void> {
  if ((workspace.workspaceFolders ?? []).length === 0) {
    await offerFolder();
    return;
  }
  if (!requireTrustToWrite()) return;
  const list = new QuickList(lookup.mfa);
  const choices = await api.listChoices({});
  const wizard: Wizard = { dialog: { ...lookup, list }, api, choices };
  const plan = await askAll(wizard).finally(() => list.dispose());
  if (plan === undefined) return;
  await writeFiles(plan.folder, plan.files);
  await showResult(plan);
}

async function offerFolder(): Promise<void> {
  const open = 'Open Folder';
  const message = 'Open a folder first: the files of a role chain are written into it.';
  if ((await window.showInformationMessage(message, open)) === open)
    await commands.executeCommand('workbench.action.files.openFolder');
}

/** Asks one question after the other, and the one before where a person goes back. Undefined: they gave up. */
async function askAll(wizard: Wizard): Promise<Plan | undefined> {
  let draft: Draft = {};
  let id: StepId = 'source';
  for (;;) {
    const asked = askedSteps(draft, circumstances());
    const before: StepId = stepBefore(asked, id) ?? id;
    const turn: Turn = { title: titleOf(asked, id), canGoBack: before !== id, draft };
    if (id === 'review') {
      const reviewed = await askReview(wizard, turn);
      if (reviewed.kind === 'cancelled') return undefined;
      if (reviewed.kind === 'back') id = before;
      else if (reviewed.value !== undefined) {
        if ('files' in reviewed.value) return reviewed.value;
        id = stepOf(reviewed.value, asked) ?? before;
      }
    } else {
      const { kind, value } = await questions[id](wizard, turn);
      if (kind === 'cancelled') return undefined;
      if (kind === 'done') draft = value;
      // What was answered says what is asked next.
      id = kind === 'back' ? before : (stepAfter(askedSteps(draft, circumstances()), id) ?? 'review');
    }
  }
}

function stepOf(detour: Detour, asked: readonly Step[]): StepId | undefined {
  return 'step' in detour ? detour.step : stepOfAnswer(asked, detour.answer);
}

function circumstances(): Circumstances {
  return { isMultiRoot: (workspace.workspaceFolders ?? []).length > 1 };
}

const questions: Readonly<Record<Exclude<StepId, 'review'>, (wizard: Wizard, turn: Turn) => Answered>> = {
  source: source.askSource,
  function: source.askFunction,
  service: source.askService,
  resource: source.askResource,
  provider: source.askProvider,
  host: source.askHost,
  'saml-provider': source.askSamlProvider,
  subject: source.askSubject,
  audience: source.askAudience,
  format: askFormat,
  region: askRegion,
  account: askSourceAccount,
  'source-role': askSourceRole,
  'target-role': askTargetRole,
  targets: askTargets,
  'deployment-role': askDeploymentRole,
  permissions: askPermissions,
  'function-lock': askFunctionLock,
  root: askRoot,
  folder: askFolder,
};
