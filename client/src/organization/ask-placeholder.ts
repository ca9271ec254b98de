import type { PlaceholderItem } from '../../../server/src/protocol/placeholders.ts';
import { askText } from './ask-text.ts';
import { chooseAccount } from './choose-account.ts';
import { type ChosenOrganization, chooseOrganization } from './choose-organization.ts';
import type { Dialog } from './lookup.ts';
import type { Outcome } from './pick.ts';
import { typePath } from './type-path.ts';
import { walkOrganization } from './walk-organization.ts';

/** What one round of questions has in common. */
export interface Round {
  readonly dialog: Dialog;
  /** Chosen for one placeholder, at hand for the next. */
  organization: ChosenOrganization | undefined;
}

/** Empty: it stays as it is. */
type Filled = Outcome<string>;

interface Question {
  readonly title: string;
  readonly canGoBack: boolean;
}

/** Asks what belongs in the place of a placeholder; an empty text leaves it as it is. */
export function askPlaceholder(round: Round, { text, kind }: PlaceholderItem, question: Question): Promise<Filled> {
  switch (kind) {
    case 'organization-path':
      return askPath(round, question);
    case 'organization-id':
      return askOrganizationId(round, question);
    case 'account-id':
      return askAccount(round, question);
    case 'region':
      return ask(text, question, 'us-west-2', (value) =>
        /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/.test(value) ? undefined : 'This is no region: one is like us-west-2.',
      );
    case 'function-name':
      return ask(text, question, 'my-function', (value) =>
        /^[\w$*?-]{1,140}$/.test(value) ? undefined : 'A function name has letters, digits, "-" and "_".',
      );
    case 'role-name':
      return ask(text, question, 'MyRole', (value) =>
        /^[\w+=,.@*?/-]{1,576}$/.test(value)
          ? undefined
          : 'A role name has letters, digits and the characters + = , . @ - _.',
      );
    case 'other':
      return ask(text, question, '', () => undefined);
    default:
      return kind satisfies never;
  }
}

function ask(
  text: string,
  { title, canGoBack }: Question,
  placeholder: string,
  check: (value: string) => string | undefined,
): Promise<Filled> {
  return askText({
    title,
    canGoBack,
    placeholder,
    prompt: `What belongs in the place of ${text}? Press Enter on an empty line to leave it as it is.`,
    check: async (value) => (value === '' ? undefined : check(value)),
  });
}

const leave = { label: '$(debug-step-over) Leave it as it is', value: 'leave' };

async function askPath(round: Round, { title, canGoBack }: Question): Promise<Filled> {
  for (;;) {
    const chosen = await chooseOrganization(round.dialog, {
      title,
      canGoBack,
      others: [{ label: '$(edit) Type the path…', value: 'type' }, leave],
    });
    if (chosen.kind !== 'done') return chosen;
    if (chosen.value.kind === 'organization') round.organization = chosen.value.organization;
    const filled = await askPathIn(round, chosen.value, title);
    if (filled.kind !== 'back') return filled;
  }
}

async function askPathIn(
  { dialog }: Round,
  chosen:
    | { readonly kind: 'other'; readonly name: string }
    | { readonly kind: 'organization'; readonly organization: ChosenOrganization },
  title: string,
): Promise<Filled> {
  if (chosen.kind === 'other')
    return chosen.name === leave.value ? { kind: 'done', value: '' } : typePath(dialog.api, title);
  const paths = await walkOrganization(dialog, chosen.organization, { title, canPickSeveral: false });
  return paths.kind === 'done' ? { kind: 'done', value: paths.value[0] ?? '' } : paths;
}

async function askOrganizationId(round: Round, { title, canGoBack }: Question): Promise<Filled> {
  for (;;) {
    const chosen = await chooseOrganization(round.dialog, {
      title,
      canGoBack,
      others: [{ label: '$(edit) Type the id…', value: 'type' }, leave],
    });
    if (chosen.kind !== 'done') return chosen;
    if (chosen.value.kind === 'organization') {
      round.organization = chosen.value.organization;
      return { kind: 'done', value: round.organization.id };
    }
    if (chosen.value.name === leave.value) return { kind: 'done', value: '' };
    const typed = await ask("the organization's id", { title, canGoBack: true }, 'o-a1b2c3d4e5', (value) =>
      /^o-[a-z0-9]{10,32}$/.test(value) ? undefined : "This is no organization's id: one is like o-a1b2c3d4e5.",
    );
    if (typed.kind !== 'back') return typed;
  }
}

async function askAccount(round: Round, { title, canGoBack }: Question): Promise<Filled> {
  const { dialog } = round;
  for (;;) {
    const chosen = round.organization;
    const account = await chooseAccount(dialog, {
      title,
      canGoBack,
      organization: chosen && { organization: chosen.id, from: chosen.from },
    });
    if (account.kind !== 'done') return account;
    if (account.value.kind === 'id') return { kind: 'done', value: account.value.id };
    if (account.value.kind === 'skip') return { kind: 'done', value: '' };
    const found = await chooseOrganization(dialog, { title, canGoBack: true, others: [] });
    if (found.kind === 'cancelled') return found;
    if (found.value?.kind === 'organization') round.organization = found.value.organization;
  }
}
