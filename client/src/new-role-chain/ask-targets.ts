import { window } from 'vscode';
import type { RoleChainTargets } from '../../../server/src/protocol/role-chain.ts';
import { type ChosenOrganization, chooseOrganization } from '../organization/choose-organization.ts';
import type { Choice, Outcome } from '../organization/pick.ts';
import { walkOrganization } from '../organization/walk-organization.ts';
import { answersOf } from './answers.ts';
import { askAnswer } from './ask-answer.ts';
import { askAccount } from './ask-place.ts';
import { type Answered, answerWith, choose, type Turn, type Wizard } from './wizard.ts';

type Way = 'unit' | 'account' | 'given';

/** Asks where the target role goes: a unit of the organization, picked or typed, or one account. Back leads out step by step. */
export async function askTargets(wizard: Wizard, turn: Turn): Answered {
  for (;;) {
    const way = await askWay(wizard, turn);
    if (way.kind !== 'done') return way;
    const { targets } = turn.draft;
    if (way.value === 'given' && targets !== undefined) return { kind: 'done', value: turn.draft };
    const inner = { ...turn, canGoBack: true };
    const asked = way.value === 'account' ? askTargetAccount(wizard, inner) : askUnit(wizard, inner);
    const answered = await answerWith(turn, asked, (value) => ({ targets: value }));
    if (answered.kind !== 'back') return answered;
  }
}

function askWay(wizard: Wizard, turn: Turn): Promise<Outcome<Way>> {
  const { targets } = turn.draft;
  const given: readonly Choice<Way>[] =
    targets === undefined ? [] : [{ label: `$(check) ${describe(targets)}`, detail: 'As before', value: 'given' }];
  return choose<Way>(wizard, turn, {
    placeholder: 'Where does the target role go?',
    items: [
      ...given,
      {
        label: '$(list-tree) All accounts of an organizational unit',
        detail: 'By a stack set; accounts that join the unit get the role too',
        value: 'unit',
      },
      { label: '$(account) One account', detail: 'By a stack', value: 'account' },
    ],
  });
}

function describe(targets: RoleChainTargets): string {
  return 'account' in targets ? `Account ${targets.account}` : targets.organizationPath;
}

async function askTargetAccount({ dialog }: Wizard, turn: Turn): Promise<Outcome<RoleChainTargets>> {
  const { targets } = turn.draft;
  const given = targets !== undefined && 'account' in targets ? targets.account : '';
  const asked = await askAccount(dialog, turn, { skip: 'none', given });
  return asked.kind === 'done' ? { kind: 'done', value: { account: asked.value } } : asked;
}

async function askUnit(wizard: Wizard, turn: Turn): Promise<Outcome<RoleChainTargets>> {
  for (;;) {
    const chosen = await chooseOrganization(wizard.dialog, {
      title: turn.title,
      canGoBack: true,
      others: [{ label: '$(edit) Type the path of the unit…', value: 'type' }],
    });
    if (chosen.kind !== 'done') return chosen;
    const path =
      chosen.value.kind === 'organization'
        ? await pickPath(wizard, turn, chosen.value.organization)
        : await typePath(wizard, turn);
    if (path.kind === 'done') return { kind: 'done', value: { organizationPath: path.value } };
    if (path.kind === 'cancelled') return path;
  }
}

async function pickPath(wizard: Wizard, turn: Turn, organization: ChosenOrganization): Promise<Outcome<string>> {
  for (;;) {
    const walked = await walkOrganization(wizard.dialog, organization, {
      title: turn.title,
      canPickSeveral: false,
      isWhole: true,
    });
    if (walked.kind !== 'done') return walked;
    const [value = ''] = walked.value;
    const { problem } = await wizard.api.check({
      answer: 'targets.organizationPath',
      value,
      answers: answersOf(turn.draft),
    });
    if (problem === undefined) return { kind: 'done', value };
    void window.showWarningMessage(problem);
  }
}

function typePath(wizard: Wizard, turn: Turn): Promise<Outcome<string>> {
  const { targets } = turn.draft;
  return askAnswer(wizard, turn, {
    prompt: 'The ids from the top down to the unit: all accounts in it and below get the role',
    placeholder: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111',
    value: targets !== undefined && 'organizationPath' in targets ? targets.organizationPath : '',
    parts: (text) => [['targets.organizationPath', text]],
  });
}
