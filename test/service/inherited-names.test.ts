import assert from 'node:assert/strict';
import { type AnalysisOptions, analyse } from '../../server/src/service/analysis.ts';
import { iamData } from '../support/iam-data.ts';
import { inheritedNames } from '../support/inherited-names.ts';

const key = (name: string) => JSON.stringify(name);

/** Every place where a name of the user's stands, with that name in it. */
const places: readonly { readonly what: string; readonly write: (name: string) => string }[] = [
  { what: 'condition key', write: (n) => policy(`"Condition":{"StringEquals":{${key(n)}:"x"}}`) },
  { what: 'condition operator', write: (n) => policy(`"Condition":{${key(n)}:{"aws:SourceIp":"x"}}`) },
  { what: 'condition prefix', write: (n) => policy(`"Condition":{"StringEquals":{${key(`${n}:${n}`)}:"x"}}`) },
  { what: 'set operator', write: (n) => policy(`"Condition":{${key(`ForAllValues:${n}`)}:{${key(n)}:${key(n)}}}`) },
  {
    what: 'condition value',
    write: (n) => policy(`"Condition":{"StringLike":{"aws:PrincipalArn":${key(`\${${n}}`)}}}`),
  },
  { what: 'element', write: (n) => policy(`${key(n)}:"x"`) },
  { what: 'action', write: (n) => policy(`"NotAction":${key(n)}`) },
  { what: 'action of a service', write: (n) => policy(`"NotAction":[${key(`${n}:${n}`)},${key(`s3:${n}`)}]`) },
  { what: 'resource', write: (n) => policy(`"NotResource":${key(`arn:${n}:${n}:${n}:${n}:${n}/${n}`)}`) },
  { what: 'principal type', write: (n) => policy(`"Principal":{${key(n)}:"x"}`) },
  {
    what: 'service principal',
    write: (n) => policy(`"Principal":{"Service":[${key(n)},${key(`${n}.amazonaws.com`)}]}`),
  },
  { what: 'principal ARN', write: (n) => policy(`"Principal":{"AWS":${key(`arn:aws:iam::111122223333:${n}/${n}`)}}`) },
  { what: 'federated', write: (n) => policy(`"Principal":{"Federated":${key(n)}}`) },
  {
    what: 'effect, version, sid',
    write: (n) =>
      `{"Version":${key(n)},"Statement":[{"Sid":${key(n)},"Effect":${key(n)},"Action":"*","Resource":"*"}]}`,
  },
  { what: 'property of the policy', write: (n) => `{"Version":"2012-10-17",${key(n)}:"x","Statement":[]}` },
  {
    what: 'logical id',
    write: (n) => template(`${key(n)}:{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":${trust}}}`),
  },
  { what: 'type', write: (n) => template(`"R":{"Type":${key(n)},"Properties":{"PolicyDocument":${policy('')}}}`) },
  {
    what: 'property',
    write: (n) =>
      template(
        `"R":{"Type":"AWS::IAM::Role","Properties":{${key(n)}:${policy('')},"AssumeRolePolicyDocument":${trust}}}`,
      ),
  },
  {
    what: 'key of a resource',
    write: (n) =>
      template(`"R":{"Type":"AWS::IAM::Role",${key(n)}:1,"Properties":{"AssumeRolePolicyDocument":${trust}}}`),
  },
  {
    what: 'reference',
    write: (n) =>
      template(
        `"R":{"Type":"AWS::IAM::Role","Condition":${key(n)},"DependsOn":${key(n)},"Properties":{"RoleName":{"Ref":${key(n)}},"ManagedPolicyArns":[{"Fn::GetAtt":[${key(n)},${key(n)}]},{"Fn::Sub":${key(`\${${n}}\${${n}.${n}}`)}},{"Fn::ImportValue":${key(n)}},{"Fn::FindInMap":[${key(n)},${key(n)},${key(n)}]}],"AssumeRolePolicyDocument":${trust}}}`,
      ),
  },
  {
    what: 'function',
    write: (n) =>
      template(
        `"R":{"Type":"AWS::IAM::Role","Properties":{"RoleName":{${key(`Fn::${n}`)}:"x"},"AssumeRolePolicyDocument":${trust}}}`,
      ),
  },
  {
    what: 'parameter',
    write: (n) => template(role(`{"Ref":${key(n)}}`), `"Parameters":{${key(n)}:{"Type":${key(n)},${key(n)}:1}}`),
  },
  {
    what: 'mapping',
    write: (n) =>
      template(
        role(`{"Fn::FindInMap":[${key(n)},${key(n)},${key(n)}]}`),
        `"Mappings":{${key(n)}:{${key(n)}:{${key(n)}:${key(n)}}}}`,
      ),
  },
  {
    what: 'condition',
    write: (n) =>
      template(
        role(`{"Fn::If":[${key(n)},"a","b"]}`),
        `"Conditions":{${key(n)}:{"Fn::Equals":[{"Ref":${key(n)}},"x"]}}`,
      ),
  },
  {
    what: 'output, export',
    write: (n) => template(role('"x"'), `"Outputs":{${key(n)}:{"Value":{"Ref":"R"},"Export":{"Name":${key(n)}}}}`),
  },
  {
    what: 'rules and metadata',
    write: (n) =>
      template(
        role('"x"'),
        `"Metadata":{${key(n)}:{"rolechain":{${key(n)}:1}},"rolechain":{${key(n)}:{"allow":[${key(n)}]}}},"Globals":{${key(n)}:{${key(n)}:1}},"Transform":${key(n)},${key(n)}:1`,
      ),
  },
];

const trust =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';

function policy(more: string): string {
  const statement = ['"Effect":"Allow","Action":"s3:GetObject","Resource":"*"', ...(more === '' ? [] : [more])];
  return `{"Version":"2012-10-17","Statement":[{${statement.join(',')}}]}`;
}

function template(resources: string, more?: string): string {
  return `{${more === undefined ? '' : `${more},`}"Resources":{${resources}}}`;
}

function role(name: string): string {
  return `"R":{"Type":"AWS::IAM::Role","Properties":{"RoleName":${name},"AssumeRolePolicyDocument":${trust}}}`;
}

describe('names that every object of JavaScript has', () => {
  for (const { what, write } of places) {
    it(`are names like any other as ${what}`, () => {
      for (const name of inheritedNames) {
        const text = write(name);
        // What is said of a sign that no name may hold is the same for both.
        const unheard = name.startsWith('_') ? '__unheard__' : 'unHeard';
        const other = write(unheard);
        assert.deepEqual(shape(text, name), shape(other, unheard), text);
      }
    });
  }
});

/** What is found, with neither the name nor what depends on its length. */
function shape(text: string, name: string): readonly string[] {
  const options: AnalysisOptions = { rules: {}, iamData };
  const { findings } = analyse({ path: 'a.json', text }, options, undefined, (rule, error) => {
    throw new Error(`${rule} failed on ${text}`, { cause: error });
  });
  const blind = (said: string) =>
    [name, name.toLowerCase(), asSid(name)].reduce((all, each) => all.replaceAll(each, '?'), said);
  return findings.map(({ rule, message, span, fixes }) => {
    const written = fixes.map((fix) => {
      const changes = fix.changes() ?? [];
      assert.ok(changes.every((change) => change.span.end <= text.length));
      return blind(fix.title);
    });
    return `${rule} ${blind(text.slice(span.start, span.end))}: ${blind(message)} ${written.join('; ')}`;
  });
}

function asSid(name: string): string {
  const letters = name.replaceAll('_', '');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

describe('a fix that writes conditions anew', () => {
  it('keeps an operator and a key of any name', () => {
    for (const name of inheritedNames) {
      const arn = '"aws:PrincipalArn":"arn:aws:iam::111122223333:role/a-*"';
      const text = policy(`"Condition":{"StringEquals":{${arn},${key(name)}:"x"},${key(name)}:{"aws:SourceIp":"x"}}`);
      const { findings } = analyse({ path: 'a.json', text }, { rules: {} });
      const found = findings.find(({ rule }) => rule === 'wildcard-with-exact-operator');
      const [change] = found?.fixes[0]?.changes() ?? [];
      assert.ok(change !== undefined, text);
      const written = change.parts.join('').replaceAll(/\s/g, '');
      assert.equal(
        written,
        `{"StringEquals":{${key(name)}:"x"},${key(name)}:{"aws:SourceIp":"x"},"StringLike":{${arn}}}`,
      );
    }
  });
});
