import { choice, type Key, list, type Shape, text } from '../lint/configuration-shape.ts';
import type { Answers, FederatedSource, FunctionSource, RoleName, ServiceSource, Source, Targets } from './answers.ts';
import { sourceFormats } from './answers.ts';
import {
  problemOfAccount,
  problemOfDeploymentRole,
  problemOfFunctionName,
  problemOfOrganizationPath,
  problemOfRegion,
  problemOfRoleName,
  problemOfRolePath,
} from './check-names.ts';
import {
  gitlabHost,
  problemOfAudience,
  problemOfGithubSubject,
  problemOfHost,
  problemOfSamlProvider,
  problemOfSubject,
} from './check-provider.ts';
import { problemOfService } from './service-sources.ts';
import { answersObject, oneKeyOf, tag, variant } from './variant-shape.ts';

const flag: Shape<boolean> = {
  expected: '`true` or `false`',
  schema: () => ({ type: 'boolean' }),
  read(node, { report }) {
    if (node.type === 'boolean') return node.value;
    report({ span: node.span, message: 'Write `true` or `false`.', fixes: [] });
    return undefined;
  },
};

function checked(problemOf: (value: string) => string | undefined, schema: object): Shape<string> {
  return text('a text', schema, (value) => {
    const message = problemOf(value);
    return message === undefined ? undefined : { message };
  });
}

const anyText = text('a text', { minLength: 1 });
const roleName = checked(problemOfRoleName, { pattern: '^[\\w+=,.@-]{1,64}$' });
const rolePath = checked(problemOfRolePath, { pattern: '^/([\\w+=,.@/-]+/)?$', examples: ['/SecurityOperations/'] });
const account = checked(problemOfAccount, { pattern: '^\\d{12}$' });
const region = checked(problemOfRegion, { pattern: '^[a-z]+(-[a-z]+)+-\\d+$', examples: ['us-west-2'] });
const audience = checked(problemOfAudience, { minLength: 1 });

const place: { readonly region: Key<string>; readonly account: Key<string> } = {
  region: { shape: region, description: 'The Region of the source. It also says which partition everything is in.' },
  account: { shape: account, description: 'The account of the source and of the source role: twelve digits.' },
};

const functionSource: Shape<FunctionSource> = answersObject<FunctionSource>({
  kind: tag('function'),
  name: {
    shape: checked(problemOfFunctionName, { pattern: '^[\\w-]{1,64}$' }),
    isRequired: true,
    description: 'The name of the Lambda function.',
  },
  ...place,
});

const serviceSource: Shape<ServiceSource> = answersObject<ServiceSource>({
  kind: tag('service'),
  service: {
    shape: checked(problemOfService, { examples: ['ecs-tasks.amazonaws.com'] }),
    isRequired: true,
    description: 'A service that sends `aws:SourceArn` when it assumes a role.',
  },
  resource: {
    shape: anyText,
    description: 'The ARN for `aws:SourceArn`. Left out: the usual ARN of the service, where no name belongs in it.',
  },
  ...place,
});

/** Narrowed by its `provider`. */
type Of<P extends FederatedSource['provider']> = Extract<FederatedSource, { readonly provider: P }>;

const kind = tag('federated' as const);

const federatedSource: Shape<FederatedSource> = variant<FederatedSource>('provider', {
  github: answersObject<Of<'github'>>({
    kind,
    provider: tag('github'),
    subject: {
      shape: checked(problemOfGithubSubject, { examples: ['repo:my-org/my-repo:ref:refs/heads/main'] }),
      isRequired: true,
      description: 'The `sub` of the token: one repository, and a branch or an environment of it.',
    },
    audience: { shape: audience, description: '`sts.amazonaws.com` where it is left out.' },
    ...place,
  }),
  gitlab: answersObject<Of<'gitlab'>>({
    kind,
    provider: tag('gitlab'),
    subject: {
      shape: checked((value) => problemOfSubject(value, gitlabHost), {
        examples: ['project_path:my-group/my-project:ref_type:branch:ref:main'],
      }),
      isRequired: true,
      description: 'The `sub` of the token.',
    },
    audience: { shape: audience, description: '`https://` and the host where it is left out.' },
    host: { shape: checked(problemOfHost, {}), description: '`gitlab.com` where it is left out.' },
    ...place,
  }),
  oidc: answersObject<Of<'oidc'>>({
    kind,
    provider: tag('oidc'),
    host: {
      shape: checked(problemOfHost, { examples: ['oidc.example.com/tenant'] }),
      isRequired: true,
      description: 'The URL of the provider without `https://`.',
    },
    subject: { shape: anyText, isRequired: true, description: 'The `sub` of the token.' },
    audience: { shape: audience, isRequired: true, description: 'The `aud` of the token.' },
    ...place,
  }),
  saml: answersObject<Of<'saml'>>({
    kind,
    provider: tag('saml'),
    name: {
      shape: checked(problemOfSamlProvider, { pattern: '^[\\w._-]{1,128}$' }),
      isRequired: true,
      description: 'The name of the SAML provider in IAM.',
    },
    audience: { shape: audience, description: 'For `saml:aud`. Left out: the sign-in page of the partition.' },
    ...place,
  }),
});

const source: Shape<Source> = variant<Source>('kind', {
  function: functionSource,
  service: serviceSource,
  federated: federatedSource,
});

const role: Shape<RoleName> = answersObject<RoleName>({
  name: { shape: roleName, isRequired: true },
  path: { shape: rolePath, description: '`/` where it is left out.' },
});

const targets: Shape<Targets> = oneKeyOf<Targets>({
  organizationPath: answersObject<Extract<Targets, { readonly organizationPath: string }>>({
    organizationPath: {
      shape: checked(problemOfOrganizationPath, {
        pattern: '^o-[a-z0-9]{10,32}/r-[a-z0-9]{4,32}(/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})+(/\\*?)?$',
        examples: ['o-a1b2c3d4e5/r-ab12/ou-ab12-workload'],
      }),
      isRequired: true,
      description: 'The target role goes to all accounts in this organizational unit and below, by a stack set.',
    },
  }),
  account: answersObject<Extract<Targets, { readonly account: string }>>({
    account: { shape: account, isRequired: true, description: 'The target role goes to this account alone.' },
  }),
});

/** The file of answers. Its JSON Schema is `schemas/role-chain-answers.schema.json`. */
export const answersShape: Shape<Answers> = answersObject<Answers>(
  {
    source: { shape: source, isRequired: true, description: 'What assumes the source role.' },
    sourceRole: { shape: role, isRequired: true, description: 'The role that is assumed first.' },
    targetRole: {
      shape: role,
      isRequired: true,
      description: 'The role that the source role assumes. Give it a path of its own: the SCP protects that path.',
    },
    targets: { shape: targets, isRequired: true, description: 'Where the target role goes.' },
    permissions: {
      shape: list(text('an action', { examples: ['s3:GetBucketPolicy'] })),
      description: 'Actions that the target role may call. Empty or left out: none yet.',
    },
    lockFunction: {
      shape: flag,
      description:
        'Hold `sts:AssumeRole` to calls from the code of the function (`lambda:SourceFunctionArn`). `false` where it is left out.',
    },
    deploymentRole: {
      shape: checked(problemOfDeploymentRole, { examples: ['arn:aws:iam::*:role/Deployment'] }),
      description: 'The role that deploys. The SCP exempts it.',
    },
    format: {
      shape: choice(sourceFormats),
      description: 'The source role as a CloudFormation `template`, as where it is left out, or as policies in `json`.',
    },
  },
  ['$schema'],
);
