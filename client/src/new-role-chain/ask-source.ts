import type { ServiceChoice } from '../../../server/src/protocol/role-chain.ts';
import type { Choice } from '../organization/pick.ts';
import { askAnswer } from './ask-answer.ts';
import type { ProviderKind, SourceKind } from './draft.ts';
import { suggestResource } from './suggestions.ts';
import { type Answered, answerWith, choose, type Turn, type Wizard } from './wizard.ts';

const kinds: readonly Choice<SourceKind>[] = [
  {
    label: '$(symbol-function) A Lambda function',
    detail: 'Named by function and Region: only that function can use the role',
    value: 'function',
  },
  {
    label: '$(server-process) Another AWS service',
    detail: 'One that says for whose resource it acts (aws:SourceArn): the role is pinned to that',
    value: 'service',
  },
  {
    label: '$(person) A person or a pipeline, through an identity provider',
    detail: 'GitHub Actions, GitLab CI/CD, another OpenID Connect provider, SAML',
    value: 'federated',
  },
];

export function askSource(wizard: Wizard, turn: Turn): Answered {
  const asked = choose(wizard, turn, {
    placeholder: 'What assumes the first of the two roles?',
    items: kinds,
    isActive: (kind) => kind === turn.draft.source,
  });
  return answerWith(turn, asked, (source) => ({ source }));
}

export function askFunction(wizard: Wizard, turn: Turn): Answered {
  const asked = askAnswer(wizard, turn, {
    prompt: 'The name of the function',
    placeholder: 'my-function',
    value: turn.draft.functionName ?? '',
    parts: (text) => [['source.name', text]],
  });
  return answerWith(turn, asked, (functionName) => ({ functionName }));
}

export function askService(wizard: Wizard, turn: Turn): Answered {
  const asked = choose<ServiceChoice>(wizard, turn, {
    placeholder: 'Which service?',
    items: wizard.choices.services.map((value) => ({
      label: `$(server-process) ${value.service}`,
      description: value.note,
      value,
    })),
    isActive: ({ service }) => service === turn.draft.service?.service,
  });
  return answerWith(turn, asked, (service) =>
    // What was said of another service's resource says nothing of this one's.
    service.service === turn.draft.service?.service ? { service } : { service, resource: '' },
  );
}

export function askResource(wizard: Wizard, turn: Turn): Answered {
  const value = turn.draft.resource || suggestResource(turn.draft);
  const word = /<\w+>/.exec(value);
  const asked = askAnswer(wizard, turn, {
    prompt: 'For what the service may use the role, by ARN; "*" where a part is not to be pinned',
    placeholder: 'arn:aws:…',
    value,
    // What is to be replaced first.
    ...(word && { selection: [word.index, word.index + word[0].length] }),
    parts: (text) => [['source.resource', text]],
  });
  return answerWith(turn, asked, (resource) => ({ resource }));
}

const providers: readonly Choice<ProviderKind>[] = [
  { label: '$(github) GitHub Actions', description: 'token.actions.githubusercontent.com', value: 'github' },
  { label: '$(git-merge) GitLab CI/CD', description: 'gitlab.com or an instance of your own', value: 'gitlab' },
  { label: '$(key) Another OpenID Connect provider', value: 'oidc' },
  { label: '$(organization) SAML', description: 'people of a company, by its identity provider', value: 'saml' },
];

export function askProvider(wizard: Wizard, turn: Turn): Answered {
  const asked = choose(wizard, turn, {
    placeholder: 'Who vouches for them?',
    items: providers,
    isActive: (provider) => provider === turn.draft.provider,
  });
  return answerWith(turn, asked, (provider) =>
    // A host, a subject, an audience are of a provider.
    provider === turn.draft.provider ? { provider } : { provider, host: '', subject: '', audience: '' },
  );
}

export function askHost(wizard: Wizard, turn: Turn): Answered {
  const isGitLab = turn.draft.provider === 'gitlab';
  const asked = askAnswer(wizard, turn, {
    prompt: isGitLab
      ? 'The host of your own instance. Empty: gitlab.com'
      : 'The URL of the provider as it is in IAM, without https://',
    placeholder: isGitLab ? 'gitlab.example.com' : 'oidc.example.com',
    value: turn.draft.host ?? '',
    mayBeEmpty: isGitLab,
    parts: (text) => [['source.host', text]],
  });
  return answerWith(turn, asked, (host) => ({ host }));
}

export function askSamlProvider(wizard: Wizard, turn: Turn): Answered {
  const asked = askAnswer(wizard, turn, {
    prompt: 'The name of the SAML provider in IAM',
    placeholder: 'MyCompany',
    value: turn.draft.samlProvider ?? '',
    parts: (text) => [['source.name', text]],
  });
  return answerWith(turn, asked, (samlProvider) => ({ samlProvider }));
}

const subjects: Readonly<Record<ProviderKind, string>> = {
  github: 'repo:my-org/my-repo:ref:refs/heads/main',
  gitlab: 'project_path:my-group/my-project:ref_type:branch:ref:main',
  oidc: 'the sub of its tokens',
  saml: '',
};

export function askSubject(wizard: Wizard, turn: Turn): Answered {
  const asked = askAnswer(wizard, turn, {
    prompt: 'Whose tokens are let in: their sub. "*" stands for any characters, and lets in more',
    placeholder: subjects[turn.draft.provider ?? 'oidc'],
    value: turn.draft.subject ?? '',
    parts: (text) => [['source.subject', text]],
  });
  return answerWith(turn, asked, (subject) => ({ subject }));
}

export function askAudience(wizard: Wizard, turn: Turn): Answered {
  const asked = askAnswer(wizard, turn, {
    prompt: 'For whom the tokens are made: their aud',
    placeholder: 'sts.amazonaws.com',
    value: turn.draft.audience ?? '',
    parts: (text) => [['source.audience', text]],
  });
  return answerWith(turn, asked, (audience) => ({ audience }));
}
