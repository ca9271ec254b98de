import assert from 'node:assert/strict';
import { applyChanges, hasPlaceholders } from '../../server/src/edit/change.ts';
import { newConfiguration } from '../../server/src/lint/configuration-edit.ts';
import { configureFiles } from '../../server/src/lint/configuration-file.ts';
import { readOwnConfiguration } from '../../server/src/service/analyse-configuration.ts';
import { type Analysis, analyse } from '../../server/src/service/analysis.ts';
import { type Disabling, offerDisabling } from '../../server/src/service/disable.ts';

const rule = 'assume-role-any-role';

function check(path: string, text: string): Analysis {
  return analyse({ path, text, ...(path.endsWith('c') && { languageId: 'jsonc' }) }, { rules: {} });
}

/** What is offered for the finding of `rule`. */
function offers(path: string, text: string, named: string | undefined = path): readonly Disabling[] {
  const analysis = check(path, text);
  const finding = analysis.findings.find((each) => each.rule === rule);
  assert.ok(finding !== undefined);
  return offerDisabling(analysis, finding, named);
}

/** The text after the offer. It must hide the finding. */
function accept(path: string, text: string, title: string): string {
  const offer = offers(path, text).find((each) => each.title === title);
  assert.ok(offer !== undefined, `offered: ${offers(path, text).map((each) => each.title)}`);
  if ('configuration' in offer) {
    const configuration = newConfiguration(offer.configuration);
    const { configuration: read, problems } = readOwnConfiguration(configuration);
    assert.deepEqual(problems, []);
    const settings = configureFiles(read)(path);
    assert.deepEqual(analyse({ path, text }, settings).findings, []);
    return configuration;
  }
  const after = applyChanges(text, offer.changes);
  assert.ok(hasPlaceholders(offer.changes));
  assert.deepEqual(check(path, after).findings, []);
  return after;
}

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Hop",
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Resource": "*"
    }
  ]
}
`;

const yaml = `Resources:
  Role:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: "*"
`;

const json = `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Resources": {
    "Role": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" }] }
      }
    }
  }
}
`;

const embedded = yaml.replace(
  /PolicyDocument:[\s\S]*/,
  'PolicyDocument: |\n        {\n          "Version": "2012-10-17",\n          "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" }]\n        }\n',
);

const line = `Disable ${rule} for this line`;
const resource = `Disable ${rule} for this resource`;
const statement = `Disable ${rule} for the statement Hop`;
const file = `Disable ${rule} for this file`;
const workspace = `Disable ${rule} for the workspace`;

describe('ways to accept a finding', () => {
  it('are those that fit the file, narrowest first', () => {
    const titles = (path: string, text: string) => offers(path, text).map(({ title }) => title);
    assert.deepEqual(titles('a.yaml', yaml), [line, file, workspace]);
    assert.deepEqual(titles('a.jsonc', policy), [line, file, workspace]);
    assert.deepEqual(titles('a.json', json), [resource, file, workspace]);
    assert.deepEqual(titles('a.yaml', embedded), [resource, file, workspace]);
    assert.deepEqual(titles('a.json', policy), [statement, file, workspace]);
    assert.deepEqual(titles('a.json', policy.replace('"Sid": "Hop",', '')), [file, workspace]);
  });

  it('touch no configuration where there can be none', () => {
    assert.deepEqual(offers('a.json', policy, '').length, 3);
    const analysis = check('a.json', policy);
    const [finding] = analysis.findings;
    assert.ok(finding);
    assert.deepEqual(offerDisabling(analysis, finding, undefined), []);
  });

  it('write a comment in YAML and in JSON with comments', () => {
    assert.equal(
      accept('a.yaml', yaml, line),
      yaml.replace(
        '            Resource',
        `            # rolechain-ignore-next-line ${rule} -- <reason>\n            Resource`,
      ),
    );
    assert.equal(accept('a.yaml', yaml, file), `# rolechain-ignore-file ${rule} -- <reason>\n${yaml}`);
    assert.equal(
      accept('a.jsonc', policy, line),
      policy.replace('      "Resource"', `      // rolechain-ignore-next-line ${rule} -- <reason>\n      "Resource"`),
    );
    assert.equal(accept('a.jsonc', policy, file), `// rolechain-ignore-file ${rule} -- <reason>\n${policy}`);
    assert.ok(accept('a.yaml', yaml.replaceAll('\n', '\r\n'), line).includes('-- <reason>\r\n'));
    assert.ok(accept('a.yaml', `\ufeff${yaml}`, file).startsWith('\ufeff#'));
    assert.ok(accept('a.yaml', `---\n${yaml}---\na: 1\n`, file).startsWith('# rolechain'));
  });

  it('write Metadata in a JSON template', () => {
    assert.equal(
      accept('a.json', json, resource),
      json.replace(
        '"AWS::IAM::ManagedPolicy",\n',
        `"AWS::IAM::ManagedPolicy",
      "Metadata": {
        "RoleChain": {
          "Ignore": [
            {
              "Rule": "${rule}",
              "Reason": "<reason>"
            }
          ]
        }
      },
`,
      ),
    );
    assert.equal(
      accept('a.json', json, file),
      json.replace(
        '"2010-09-09",\n',
        `"2010-09-09",
  "Metadata": {
    "RoleChain": {
      "Ignore": [
        {
          "Rule": "${rule}",
          "Reason": "<reason>"
        }
      ]
    }
  },
`,
      ),
    );
  });

  it('write Metadata where a policy is a block of text', () => {
    assert.equal(
      accept('a.yaml', embedded, resource),
      embedded.replace(
        '    Properties:',
        `    Metadata:
      RoleChain:
        Ignore:
          - Rule: ${rule}
            Reason: "<reason>"
    Properties:`,
      ),
    );
  });

  it('go on in Metadata that is there', () => {
    const text = embedded.replace('    Properties:', '    Metadata:\n      cfn_nag: {}\n    Properties:');
    assert.ok(
      accept('a.yaml', text, resource).includes(
        '      cfn_nag: {}\n      RoleChain:\n        Ignore:\n          - Rule',
      ),
    );
    const ignoring = embedded.replace(
      '    Properties:',
      '    Metadata:\n      RoleChain:\n        Ignore:\n          - Rule: syntax-error\n            Reason: why\n    Properties:',
    );
    const title = offers('a.yaml', ignoring)[0]?.title;
    assert.equal(title, resource);
  });

  it('write the configuration for a strict JSON policy', () => {
    const written = (entry: string) =>
      `{\n  "suppressions": [\n    {\n      "file": "p/a.json",\n${entry}      "reason": "<reason>"\n    }\n  ]\n}\n`;
    assert.equal(accept('p/a.json', policy, statement), written(`      "rule": "${rule}",\n      "sid": "Hop",\n`));
    assert.equal(accept('p/a.json', policy, file), written(`      "rule": "${rule}",\n`));
    assert.equal(accept('p/a.json', policy, workspace), `{\n  "rules": {\n    "${rule}": "off"\n  }\n}\n`);
  });
});
