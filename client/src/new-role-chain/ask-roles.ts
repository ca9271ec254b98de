import { askAnswer, lastName } from './ask-answer.ts';
import { splitRole } from './draft.ts';
import { suggestSourceRole, suggestTargetRole } from './suggestions.ts';
import { type Answered, answerWith, choose, type Turn, type Wizard } from './wizard.ts';

export function askSourceRole(wizard: Wizard, turn: Turn): Answered {
  const value = turn.draft.sourceRole ?? suggestSourceRole(turn.draft);
  const asked = askAnswer(wizard, turn, {
    prompt: 'A name for the source role, with its path if it has one: /path/name',
    placeholder: 'scanner-source',
    value,
    selection: lastName(value),
    parts: (text) => partsOf('sourceRole', text),
  });
  return answerWith(turn, asked, (sourceRole) => ({ sourceRole }));
}

export function askTargetRole(wizard: Wizard, turn: Turn): Answered {
  const value = turn.draft.targetRole ?? suggestTargetRole(turn.draft, wizard.choices.defaults.targetPath);
  const asked = askAnswer(wizard, turn, {
    prompt: 'A name for the target role with its path, which the SCP protects: /path/name',
    placeholder: '/SecurityOperations/scanner-target',
    value,
    selection: lastName(value),
    parts: (text) => partsOf('targetRole', text),
  });
  return answerWith(turn, asked, (targetRole) => ({ targetRole }));
}

function partsOf(role: 'sourceRole' | 'targetRole', text: string) {
  const { path, name } = splitRole(text);
  return [
    [`${role}.path`, path],
    [`${role}.name`, name],
  ] as const;
}

export function askDeploymentRole(wizard: Wizard, turn: Turn): Answered {
  const { targets, deploymentRole } = turn.draft;
  const isOne = targets !== undefined && 'account' in targets;
  const value = deploymentRole ?? (isOne ? wizard.choices.defaults.deploymentRole : '');
  const asked = askAnswer(wizard, turn, {
    prompt: isOne
      ? 'The role that deploys: the SCP lets nobody else change roles under the path'
      : "Who may change roles under the path beside the stack set's own roles, by ARN. Empty: nobody",
    placeholder: wizard.choices.defaults.deploymentRole,
    value,
    selection: lastName(value),
    mayBeEmpty: !isOne,
    parts: (text) => [['deploymentRole', text]],
  });
  return answerWith(turn, asked, (given) => ({ deploymentRole: given }));
}

export function askFunctionLock(wizard: Wizard, turn: Turn): Answered {
  const { lockFunction = true } = turn.draft;
  const asked = choose<boolean>(wizard, turn, {
    placeholder: 'Hold the source role to calls from the code of this function?',
    items: [
      {
        label: '$(lock) Yes: add lambda:SourceFunctionArn',
        detail: 'Another function that has the role does not come to the target role',
        value: true,
      },
      { label: '$(unlock) No', detail: 'Whoever has the source role comes to the target role', value: false },
    ],
    isActive: (value) => value === lockFunction,
  });
  return answerWith(turn, asked, (value) => ({ lockFunction: value }));
}
