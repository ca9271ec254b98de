import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editText, longText, type TextEdit } from '../../server/src/base/long-text.ts';
import type { Analysis, AnalysisRequest } from '../../server/src/service/analysis.ts';
import { analysed, findingsIn } from './analysed.ts';

const trust = `      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
`;

const yaml = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Name:
    Type: String
Resources:
  # The head of the chain.
  Source:
    Type: AWS::IAM::Role
    Properties:
${trust}      Policies:
        - PolicyName: logs
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: logs:PutLogEvents
                Resource: '*'
  Remediate:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: !Ref Name
      Role: !GetAtt Source.Arn
  Attached:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: attached
      Roles: [!Ref Source]
      PolicyDocument: |
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "<bucket>" }]
        }
  Other:
    Type: AWS::IAM::Role
    Properties:
${trust}Outputs:
  Arn:
    Value: !GetAtt Source.Arn
`;

const json = JSON.stringify(
  {
    Parameters: { Name: { Type: 'String' } },
    Resources: {
      Source: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
          },
          ManagedPolicyArns: [{ Ref: 'Mine' }],
        },
      },
      Mine: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } },
      },
      Bucket: { Type: 'AWS::S3::Bucket' },
    },
  },
  null,
  2,
);

const several = `---\n${yaml}---\nname: other\n---\n${yaml.replaceAll('Source', 'Second')}`;
const policy = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:*", "Resource": "*" }] }';

const requests: readonly (AnalysisRequest & { readonly text: string })[] = [
  { path: 'template.yaml', text: yaml },
  { path: 'template.json', text: json },
  { path: 'several.yaml', text: several },
  { path: 'policy.json', text: policy },
];

/** What an edit may type: what a person does, and what changes a document's skeleton. */
const pieces = [
  ...[
    '',
    'x',
    ' ',
    '\n',
    '  ',
    ':',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '#',
    '- ',
    '&a ',
    '*a',
    '!Ref ',
    '---\n',
    '<x>',
  ],
  ...['sts:AssumeRole', '"*"', 'Source', 'Effect: Allow\n', 'Resources:\n', '  New:\n    Type: AWS::IAM::Role\n'],
  ...['"Statement": [],', 'iam:PassRole', 'lambda.amazonaws.com', 'AWS::NoValue', '\t', '\r\n', '\r', '|', '${Name}'],
];

interface Edit {
  /** Where in the text, as a share of its length. */
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
    insert: fc.constantFrom(...pieces),
  }),
  { minLength: 1, maxLength: 6 },
);

function applyEdit(text: string, edit: Edit): string {
  const { start, end, inserted } = placeEdit(text.length, edit);
  return text.slice(0, start) + inserted + text.slice(end);
}

function placeEdit(length: number, { at, remove, insert }: Edit): TextEdit {
  const start = Math.floor(at * length);
  return { start, end: Math.min(start + remove, length), inserted: insert };
}

/** All of an analysis that a user sees, what fixes write among it. */
function seen({ format, recognised, policies, findings }: Analysis): unknown {
  return {
    format,
    recognised,
    policies: policies(),
    findings: findings.map(({ rule, severity, message, span, related, fixes }) => ({
      ...{ rule, severity, message, span, related },
      fixes: fixes.map(({ title, changes }) => ({ title, changes: changes() })),
    })),
  };
}

/** The models of a document's fragments by their names. */
function modelsOf({ state }: Analysis): ReadonlyMap<string, unknown> {
  return new Map(state?.documents.flatMap(({ fragments }) => fragments.map(({ key, model }) => [key, model])));
}

const severitiesOf = ({ findings }: Analysis) =>
  findings.filter(({ rule }) => rule === 'trust-missing-source-arn').map(({ severity }) => severity);

describe('an analysis that uses the one before', () => {
  for (const request of requests)
    it(`says the same as a new one, whatever is edited in ${request.path}`, () => {
      fc.assert(
        fc.property(edits, (all) => {
          let { text } = request;
          let previous = analysed(request);
          for (const edit of all) {
            text = applyEdit(text, edit);
            const after = analysed({ ...request, text }, undefined, previous);
            assert.deepEqual(seen(after), seen(analysed({ ...request, text })));
            previous = after;
          }
        }),
        { numRuns: 60 },
      );
    });

  for (const request of requests)
    it(`says the same where it is told what is edited in ${request.path}`, () => {
      fc.assert(
        fc.property(edits, (all) => {
          let text = longText(request.text);
          let previous = analysed({ ...request, text });
          const earlier: (readonly [Analysis, string])[] = [];
          for (const edit of all) {
            text = editText(text, placeEdit(text.length, edit));
            const after = analysed({ ...request, text }, undefined, previous);
            earlier.push([previous, previous.source.whole()], [after, text.whole()]);
            assert.deepEqual(seen(after), seen(analysed({ ...request, text: text.whole() })));
            previous = after;
          }
          for (const [analysis, its] of earlier) assert.equal(analysis.source.whole(), its);
        }),
        { numRuns: 60 },
      );
    });

  it('puts the text together only where somebody asks for it', () => {
    const text = longText(yaml);
    const before = analysed({ path: 'a.yaml', text });
    const start = yaml.indexOf('PutLogEvents');
    const edited = editText(text, { start, end: start + 'PutLogEvents'.length, inserted: 'Put*' });
    const whole = () => assert.fail('the whole text was asked for');
    const slice = (from: number, to: number) => edited.slice(from, to);
    const after = analysed({ path: 'a.yaml', text: Object.assign(edited, { whole }) }, undefined, before);
    assert.deepEqual(severitiesOf(after), ['info', 'warning']);
    assert.equal(slice(start, start + 4), 'Put*');
  });

  it('reads nothing again but the fragment that was edited', () => {
    const before = analysed({ path: 'a.yaml', text: yaml });
    const after = analysed({ path: 'a.yaml', text: yaml.replace('PutLogEvents', 'CreateLogGroup') }, undefined, before);
    const changed = [...modelsOf(after)].filter(([key, model]) => modelsOf(before).get(key) !== model);
    assert.deepEqual(
      changed.map(([key]) => key),
      ['Resources/Source'],
    );
  });

  it('reads nothing again where lines are added above', () => {
    const before = analysed({ path: 'a.yaml', text: yaml });
    const text = yaml.replace('Parameters:\n', 'Description: more\nParameters:\n');
    const after = analysed({ path: 'a.yaml', text }, undefined, before);
    for (const [key, model] of modelsOf(before)) assert.equal(modelsOf(after).get(key), model, key);
    assert.deepEqual(
      after.findings.map(({ span }) => span.start - 'Description: more\n'.length),
      before.findings.map(({ span }) => span.start),
    );
  });

  it('checks a role again when its permissions change elsewhere', () => {
    const before = analysed({ path: 'a.yaml', text: yaml });
    assert.deepEqual(severitiesOf(before), ['info', 'warning']);
    const opened = analysed(
      { path: 'a.yaml', text: yaml.replace('s3:GetObject', 'sts:AssumeRole') },
      undefined,
      before,
    );
    assert.deepEqual(severitiesOf(opened), ['warning', 'warning']);
    assert.equal(modelsOf(opened).get('Resources/Source'), modelsOf(before).get('Resources/Source'));
    assert.deepEqual(severitiesOf(analysed({ path: 'a.yaml', text: yaml }, undefined, opened)), ['info', 'warning']);
  });

  it('checks a role again when a policy for it is added or taken away', () => {
    const added = `  More:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: more
      Roles: [!Ref Source]
      PolicyDocument: { Statement: { Effect: Allow, Action: iam:PassRole, Resource: '*' } }
`;
    const before = analysed({ path: 'a.yaml', text: yaml });
    const after = analysed({ path: 'a.yaml', text: yaml.replace('Outputs:', `${added}Outputs:`) }, undefined, before);
    assert.deepEqual(severitiesOf(after), ['warning', 'warning']);
    assert.deepEqual(severitiesOf(analysed({ path: 'a.yaml', text: yaml }, undefined, after)), ['info', 'warning']);
  });

  it('writes the new name of a function, and tells a parameter from a resource', () => {
    const fixed = (analysis: Analysis) =>
      analysis.findings
        .flatMap(({ fixes }) => fixes.flatMap((fix) => fix.changes() ?? []))
        .flatMap(({ parts }) => parts)
        .filter((part) => typeof part === 'string')
        .join('');
    const before = analysed({ path: 'a.yaml', text: yaml });
    assert.ok(fixed(before).includes(':function:${Name}'));
    const renamed = analysed(
      { path: 'a.yaml', text: yaml.replace('FunctionName: !Ref Name', 'FunctionName: fix') },
      undefined,
      before,
    );
    assert.ok(fixed(renamed).includes(':function:fix'));
    const without = analysed(
      { path: 'a.yaml', text: yaml.replace('  Name:\n    Type: String\n', '') },
      undefined,
      before,
    );
    assert.ok(!fixed(without).includes('${Name}'));
  });

  it('runs no rule again where nothing changed', () => {
    const before = analysed({ path: 'a.yaml', text: yaml });
    const after = analysed({ path: 'a.yaml', text: yaml }, undefined, before);
    const found = (analysis: Analysis) =>
      analysis.state?.documents.flatMap(({ fragments }) => fragments.map((each) => each.findings));
    for (const [index, findings] of (found(after) ?? []).entries()) assert.equal(findings, found(before)?.[index]);
  });

  it('uses nothing of one with other options, or under another name', () => {
    const before = analysed({ path: 'policy.json', text: policy });
    assert.deepEqual(findingsIn(before), ['assume-role-any-role: "*"']);
    const off = { rules: { 'assume-role-any-role': 'off' } } as const;
    assert.deepEqual(findingsIn(analysed({ path: 'policy.json', text: policy }, off, before)), []);
    assert.deepEqual(findingsIn(analysed({ path: 'scp.json', text: policy }, undefined, before)), []);
    assert.deepEqual(
      analysed({ path: 'policy.json', text: policy }, { rules: {}, kind: 'session' }, before).policies()[0]?.kind,
      'session',
    );
  });

  it('goes on from a text that was not recognised', () => {
    const before = analysed({ path: 'a.yaml', text: 'name: x\n' });
    const after = analysed({ path: 'a.yaml', text: yaml }, undefined, before);
    assert.deepEqual(severitiesOf(after), ['info', 'warning']);
    assert.equal(analysed({ path: 'a.yaml', text: 'name: x\n' }, undefined, after).recognised, false);
  });
});
