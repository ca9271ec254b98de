import type { SourcedParams } from '../../../server/src/protocol/organization.ts';
import { chooseAccount } from '../organization/choose-account.ts';
import { chooseOrganization } from '../organization/choose-organization.ts';
import type { Dialog } from '../organization/lookup.ts';
import type { Choice, Outcome } from '../organization/pick.ts';
import type { Draft, SourceKind } from './draft.ts';
import { type Answered, answerWith, choose, type Turn, type Wizard } from './wizard.ts';

export function askFormat(wizard: Wizard, turn: Turn): Answered {
  const asked = choose<'template' | 'json'>(wizard, turn, {
    placeholder: 'How is the source role deployed?',
    items: [
      {
        label: '$(file-code) CloudFormation template',
        detail: 'Account and Region are those in which it is deployed',
        value: 'template',
      },
      {
        label: '$(json) Plain JSON policies',
        detail: 'For the AWS command line, Terraform and others; account and Region have to be said',
        value: 'json',
      },
    ],
    isActive: (format) => format === turn.draft.format,
  });
  return answerWith(turn, asked, (format) => ({ format }));
}

export function askRegion(wizard: Wizard, turn: Turn): Answered {
  const { source = 'function', region = '' } = turn.draft;
  const { regions } = wizard.choices;
  const asked = choose(wizard, turn, {
    placeholder: regionQuestions[source],
    items: [...openRegion(turn.draft), ...regions.map(toRegion)],
    // A Region that is newer than the list.
    typed: (text) =>
      /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(text) && !regions.includes(text) ? toRegion(text) : undefined,
    isActive: (value) => value === region,
  });
  return answerWith(turn, asked, (value) => ({ region: value }));
}

const regionQuestions: Readonly<Record<SourceKind, string>> = {
  function: 'Where is the function?',
  service: 'Where does the service work for you?',
  federated: 'Where do you deploy? Other partitions, such as China, have ARNs of their own',
};

function toRegion(region: string): Choice<string> {
  return { label: `$(globe) ${region}`, value: region };
}

/** Without a Region: where that says nothing that has to be known. */
function openRegion({ source, format }: Draft): readonly Choice<string>[] {
  if (source === 'federated') return [{ label: '$(globe) Any Region of the partition aws', value: '' }];
  return format === 'template' ? [{ label: '$(cloud-upload) The Region in which it is deployed', value: '' }] : [];
}

export async function askSourceAccount(wizard: Wizard, turn: Turn): Answered {
  const skip: Choice<never> | 'none' =
    turn.draft.format === 'template' ? { label: '$(cloud-upload) The account in which it is deployed' } : 'none';
  const asked = askAccount(wizard.dialog, turn, { skip, given: turn.draft.account ?? '' });
  return answerWith(turn, asked, (account) => ({ account }));
}

interface AccountQuestion {
  readonly skip: Choice<never> | 'none';
  readonly given: string;
}

/** Asks for an account, by name where an organization is known; empty where it is left open. */
export async function askAccount(
  dialog: Dialog,
  { title, canGoBack }: Pick<Turn, 'title' | 'canGoBack'>,
  question: AccountQuestion,
): Promise<Outcome<string>> {
  let organization = await newestKnown(dialog);
  for (;;) {
    const asked = await chooseAccount(dialog, { title, canGoBack, organization, ...question });
    if (asked.kind !== 'done') return asked;
    if (asked.value.kind === 'id') return { kind: 'done', value: asked.value.id };
    if (asked.value.kind === 'skip') return { kind: 'done', value: '' };
    const found = await chooseOrganization(dialog, { title, canGoBack: true, others: [] });
    if (found.kind === 'cancelled') return found;
    if (found.value?.kind === 'organization')
      organization = { organization: found.value.organization.id, from: found.value.organization.from };
  }
}

/** Of the organizations that are kept; AWS is not asked. */
async function newestKnown({ api }: Dialog): Promise<SourcedParams | undefined> {
  const [newest] = await api.listKnown({});
  return newest && { organization: newest.id, from: 'known' };
}
