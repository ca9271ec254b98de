import { closestName } from '../catalog/closest-name.ts';
import { policyKinds } from '../policy/kind.ts';
import { child, type ObjectNode, type Property } from '../syntax/node.ts';
import type {
  Configuration,
  ConfiguredRole,
  ConfiguredSuppression,
  ControlPolicy,
  Deployment,
  FileParameters,
  NamedFile,
  Override,
  ParameterValues,
} from './configuration.ts';
import {
  choice,
  list,
  listOr,
  located,
  map,
  object,
  openingOf,
  pattern,
  reportUnknownKey,
  type Shape,
  type ShapeReader,
  text,
} from './configuration-shape.ts';
import { severities } from './finding.ts';
import type { RuleSettings } from './run.ts';

const nonEmpty = text('a text', { minLength: 1 }, (value) =>
  value.trim() === '' ? { message: 'This is empty. Write something.' } : undefined,
);

/** Where it leads outside of the folder, nobody can say what a glob matches there, and a file there is not ours to read. */
const inside = { pattern: '^(?!!?(?:/|\\\\|[A-Za-z]:|(?:.*[/\\\\])?\\.\\.(?:[/\\\\]|$)))' };

const glob = text('a glob', { minLength: 1, ...inside }, (value) => {
  if (value.trim() === '') return { message: 'This is empty. Write a glob, like `policies/**`.' };
  return leadsOutside(value.replace(/^!/, ''))
    ? { message: `\`${value}\` leads out of the folder of this file. Write a glob that is relative to it.` }
    : undefined;
});

const file = text('the path of a file', { minLength: 1, ...inside }, (value) => {
  if (value.trim() === '') return { message: 'This is empty. Write the path of a file.' };
  return leadsOutside(value)
    ? { message: `\`${value}\` leads out of the folder of this file. It is not read.` }
    : undefined;
});

const globs = list(glob);

const rule = text('the name of a rule', {}, (value, { rules }) => {
  const names = rules.map(({ id }) => id);
  if (names.includes(value)) return undefined;
  const meant = closestName(value, names);
  const hint = meant === undefined ? 'See `rolechain rules`.' : `Did you mean \`${meant}\`?`;
  return { message: `There is no rule \`${value}\`. ${hint}`, ...(meant !== undefined && { meant }) };
});

/** A rule's name as JSON Schema has it: a list to choose from. */
const ruleName: Shape<string> = { ...rule, schema: ({ rules }) => ({ enum: rules.map(({ id }) => id) }) };

const levels = [...severities, 'off'] as const;

const rules: Shape<RuleSettings> = map(
  choice(levels),
  (known) => ({
    additionalProperties: false,
    properties: Object.fromEntries(
      known.rules.map(({ id, summary, severity }) => [
        id,
        { enum: levels, markdownDescription: `${summary}. Without a word here: \`${severity}\`.` },
      ]),
    ),
  }),
  checkRuleName,
);

function checkRuleName(property: Property, object: ObjectNode, reader: ShapeReader): boolean {
  const names = reader.known.rules.map(({ id }) => id);
  if (names.includes(property.key.value)) return true;
  reportUnknownKey(property, object, names, reader, 'a rule');
  return false;
}

const kind = choice(policyKinds);

const accountId = pattern('an account id of 12 digits', '^\\d{12}$', '111122223333');
const account = pattern('an account id or a name of `accounts`', '\\S', '111122223333');
const organizationPath = pattern(
  'an organization path',
  '^o-[a-z0-9]{10,32}/r-[a-z0-9]{4,32}(?:/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})*/?$',
  'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/',
);
const target = pattern(
  'an organization path or an account id',
  '^(?:\\d{12}|o-[a-z0-9]{10,32}/r-[a-z0-9]{4,32}(?:/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})*/?)$',
  'o-a1b2c3d4e5/r-ab12/',
);

const values: Shape<ParameterValues> = map(listOr(list(text('a text')), text('a text')), (known) => ({
  additionalProperties: listOr(list(text('a text')), text('a text')).schema(known),
}));

const accounts = map(accountId, (known) => ({ additionalProperties: accountId.schema(known) }));

const override: Shape<Override> = object<Override>({
  files: { shape: globs, isRequired: true, description: 'The files, as globs relative to this file.' },
  rules: { shape: rules, description: 'The severity of rules in these files.' },
  kind: { shape: kind, description: 'What the policies are that stand alone in these files.' },
});

const suppression: Shape<ConfiguredSuppression> = located(
  object<Omit<ConfiguredSuppression, 'span'>>({
    file: { shape: glob, isRequired: true, description: 'A file, or a glob, relative to this file.' },
    rule: { shape: ruleName, isRequired: true, description: 'The rule whose findings are accepted.' },
    sid: { shape: nonEmpty, description: 'Only findings in the statement with this `Sid`.' },
    logicalId: { shape: nonEmpty, description: 'Only findings in the resource with this logical id.' },
    reason: { shape: text('a text'), description: 'Why the findings are accepted.' },
  }),
);

const namedFile: Shape<NamedFile> = {
  expected: file.expected,
  schema: file.schema,
  read(node, reader) {
    const name = file.read(node, reader);
    return name === undefined ? undefined : { file: name, span: node.span };
  },
};

const namedFiles: Shape<readonly NamedFile[]> = {
  expected: `${file.expected} or a list`,
  schema: (known) => ({ anyOf: [namedFile.schema(known), list(namedFile).schema(known)] }),
  read(node, reader) {
    if (node.type === 'array') return list(namedFile).read(node, reader);
    const one = namedFile.read(node, reader);
    return one && [one];
  },
};

const parametersOfFiles = object<FileParameters>({
  files: { shape: globs, isRequired: true, description: 'The templates, as globs relative to this file.' },
  values: { shape: values, description: 'Values by the name of the parameter. They go before those of `from`.' },
  from: {
    shape: namedFiles,
    description:
      'Files with the parameters of a deployment, in a form of the AWS CLI, of CodePipeline, or `{"Name": "value"}`; JSON or YAML. Of several, the later ones win.',
  },
});

const fileParameters: Shape<FileParameters> = {
  ...parametersOfFiles,
  schema: (known) => ({
    ...parametersOfFiles.schema(known),
    anyOf: [{ required: ['values'] }, { required: ['from'] }],
  }),
  read(node, reader) {
    const isThere = (name: string) => node.type === 'object' && child(node, name) !== undefined;
    if (node.type === 'object' && !isThere('values') && !isThere('from'))
      reader.report({ span: openingOf(node), message: '`values` or `from` is missing here.', fixes: [] });
    return parametersOfFiles.read(node, reader);
  },
};

const deployment: Shape<Deployment> = object<Deployment>({
  files: { shape: globs, isRequired: true, description: 'The templates, as globs relative to this file.' },
  account: { shape: account, description: 'The account that their roles live in: an id, or a name of `accounts`.' },
  organizationalUnits: {
    shape: list(organizationPath),
    description: 'For a stack set: their roles live in every account below these organizational units.',
  },
});

const role: Shape<ConfiguredRole> = object<ConfiguredRole>({
  name: { shape: nonEmpty, isRequired: true },
  path: { shape: pattern('a path', '^/(?:[!-~]+/)?$', '/Deploy/'), description: '`/` where it is left out.' },
  account: { shape: account },
  trust: { shape: file, description: 'The file of the trust policy.' },
  permissions: { shape: list(file), description: 'The files of the identity policies.' },
  boundary: { shape: file, description: 'The file of the permissions boundary.' },
});

const controlPolicy: Shape<ControlPolicy> = object<ControlPolicy>({
  file: { shape: file, isRequired: true },
  kind: { shape: choice(['scp', 'rcp']), isRequired: true },
  targets: { shape: list(target), description: 'What it is attached to: organization paths or account ids.' },
});

/** The whole file. `$schema` is for editors. */
export const configurationShape: Shape<Configuration> = object<Configuration>(
  {
    rules: { shape: rules, description: 'The severity of rules, or `off`.' },
    overrides: { shape: list(override), description: 'Words for some files. Of several, the later ones win.' },
    ignore: {
      shape: globs,
      description:
        'Files that are not checked, as globs relative to this file. Beside them: what `.gitignore` names, `node_modules`, `cdk.out`, `.aws-sam/build` and `.git`.',
    },
    suppressions: { shape: list(suppression), description: 'Findings that are accepted, with the reason.' },
    accounts: { shape: accounts, description: 'Names for account ids.' },
    organization: {
      shape: object<{ readonly file: string }>({ file: { shape: file, isRequired: true } }),
      description: 'An imported organization.',
    },
    parameters: {
      shape: listOr<readonly FileParameters[], ParameterValues>(list(fileParameters), values),
      description: 'Values of template parameters, for all files or by glob.',
    },
    deployments: { shape: list(deployment), description: 'Where the roles of some files live.' },
    roles: { shape: list(role), description: 'Files that make one role together.' },
    controlPolicies: {
      shape: list(controlPolicy),
      description: 'Service and resource control policies, and what they are attached to.',
    },
    baseline: { shape: file, description: 'The file of findings that are accepted as they stand.' },
  },
  ['$schema'],
);

function leadsOutside(path: string): boolean {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path)) return true;
  return path.split(/[/\\]/).includes('..');
}
