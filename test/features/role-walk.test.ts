import assert from 'node:assert/strict';
import { indexGraph } from '../../server/src/chain/graph-index.ts';
import { describeHop, hoverRoles } from '../../server/src/features/hover-hop.ts';
import { describeRole } from '../../server/src/features/role-lens.ts';
import { findRoleSymbols } from '../../server/src/features/role-symbols.ts';
import { describeStep, inOrder, startsOfWalk } from '../../server/src/features/role-walk.ts';
import { rolesAt } from '../../server/src/features/roles-at.ts';
import { escapeMarkdown, sentenceMarkdown, sentencePlain } from '../../server/src/features/sentence-markdown.ts';
import { templateLinks } from '../../server/src/features/template-links.ts';
import { openChains, roleOf } from './support/chain-texts.ts';

/** A role with its trust and its permission, each on one line. */
const role = (id: string, principal: string, resource: string, rest = '') => `  ${id}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${id.toLowerCase()}
${rest}      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: ${principal}, Action: 'sts:AssumeRole' }
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: { Effect: Allow, Action: 'sts:AssumeRole', Resource: ${resource} }
`;

const source = 'arn:aws:iam::111122223333:role/source';
const config = `{ "deployments": [
  { "files": ["source.yaml"], "account": "111122223333" },
  { "files": ["target.yaml"], "account": "444455556666" } ] }`;

/** One account that may assume three roles of another, each in another way, and a role that nobody sees. */
const files = {
  'rolechain.config.json': config,
  'source.yaml': `Resources:
${role(
  'Source',
  '{ Service: ec2.amazonaws.com }',
  "['arn:aws:iam::444455556666:role/locked', 'arn:aws:iam::444455556666:role/open', 'arn:aws:iam::444455556666:role/shut', 'arn:aws:iam::777788889999:role/unseen']",
)}`,
  'target.yaml': `Resources:
${role('Locked', `{ AWS: '${source}' }`, "'arn:aws:iam::444455556666:role/nobody'")}${role(
  'Open',
  "{ AWS: '111122223333' }",
  "'arn:aws:iam::444455556666:role/nobody'",
)}${role('Shut', "{ AWS: 'arn:aws:iam::111122223333:role/other' }", "'arn:aws:iam::444455556666:role/nobody'")}`,
};

function open(change: (files: Record<string, string>) => void) {
  const changed: Record<string, string> = { ...files };
  change(changed);
  return openChains(changed);
}

/** With the cursor before a text of a file. */
const cursorAt = (file: keyof typeof files, text: string) =>
  open((all) => {
    all[file] = files[file].replace(text, `<|>${text}`);
  });

function hover(file: keyof typeof files, text: string): readonly string[] {
  const { graph, place, offset } = cursorAt(file, text);
  const at = rolesAt(place, offset, graph);
  assert.ok(at, 'roles at the cursor');
  return hoverRoles(place, at, graph).flatMap(({ title, details }) => [`# ${title}`, ...details]);
}

describe('the lens over a role', () => {
  const texts = cursorAt('source.yaml', 'Source:');
  const lens = (id: string) => describeRole(roleOf(texts, id), indexGraph(texts.graph));

  it('tells locked, open and blocked hops apart in words', () => {
    assert.equal(
      lens('Source'),
      '1 may assume this (1 open) · assumes 3 (1 locked, 2 open; 1 under assumptions), 1 blocked',
    );
    assert.equal(lens('Locked'), '1 may assume this (1 locked) · assumes 1 (1 open; 1 under assumptions)');
    assert.equal(
      lens('Shut'),
      '1 may assume this (1 open; 1 under assumptions), 1 blocked · assumes 1 (1 open; 1 under assumptions)',
    );
  });
});

describe('the hover on a hop', () => {
  it('tells the verdict, which sides are locked, and the statements that decide', () => {
    assert.deepEqual(hover('source.yaml', 'arn:aws:iam::444455556666:role/locked'), [
      '# `Source` may assume `Locked`',
      'Locked on both sides',
      'Statement 1 of the trust policy of `Locked` lets `Source` assume `Locked`',
      'Statement 1 of the policy `p` of `Source` lets `Source` assume `Locked`',
    ]);
  });

  it('says which side is open', () => {
    assert.deepEqual(hover('source.yaml', 'arn:aws:iam::444455556666:role/open').slice(0, 2), [
      '# `Source` may assume `Open`',
      'Open on the target side',
    ]);
  });

  it('says what keeps a hop from happening', () => {
    assert.deepEqual(hover('source.yaml', 'arn:aws:iam::444455556666:role/shut'), [
      '# `Source` cannot assume `Shut`',
      'Statement 1 of the trust policy of `Shut` names `arn:aws:iam::111122223333:role/other`, but `Source` is `arn:aws:iam::111122223333:role/source`',
    ]);
  });

  it('tells what is taken for true', () => {
    assert.deepEqual(hover('source.yaml', 'arn:aws:iam::777788889999:role/unseen').slice(0, 3), [
      '# `Source` may assume `arn:aws:iam::777788889999:role/unseen`, if what is taken for true here holds',
      'Locked on the source side; the target is not in sight',
      'Taken for true: the trust policy of `unseen`, which is not in sight, lets `Source` assume it',
    ]);
  });

  it("tells the same from the target's side", () => {
    assert.equal(hover('target.yaml', source)[0], '# `Source` may assume `Locked`');
  });

  it('tells of each role that a pattern matches, and counts those that are too many', () => {
    const many = Array.from({ length: 7 }, (_, index) => role(`Many${index}`, `{ AWS: '${source}' }`, "'x'")).join('');
    const texts = open((all) => {
      all['target.yaml'] = `Resources:\n${many}`;
      all['source.yaml'] =
        `Resources:\n${role('Source', '{ Service: ec2.amazonaws.com }', "'arn:aws:iam::444455556666:role/<|>many*'")}`;
    });
    const at = rolesAt(texts.place, texts.offset, texts.graph);
    assert.deepEqual(at && hoverRoles(texts.place, at, texts.graph).map(({ title }) => title), [
      ...[0, 1, 2, 3, 4].map((index) => `\`Source\` may assume \`Many${index}\``),
      'And 2 more',
    ]);
  });

  it('names the file where several roles share a name', () => {
    const texts = open((all) => {
      all['other/target.yaml'] = files['target.yaml'];
      all['source.yaml'] = files['source.yaml'].replace('Source:', '<|>Source:');
    });
    const titles = indexGraph(texts.graph)
      .from(roleOf(texts, 'Source'))
      .map((hop) => [describeHop(hop).title, describeStep(hop.target, texts.graph, hop)]);
    assert.deepEqual(
      titles.filter(([title]) => title?.includes('`Locked`')),
      [
        [
          '`Source` may assume `Locked` in `other/target.yaml`, if what is taken for true here holds',
          'locked, if · other/target.yaml',
        ],
        [
          '`Source` may assume `Locked` in `workspace/target.yaml`',
          'locked · account 444455556666 · workspace/target.yaml',
        ],
      ],
    );
  });

  it('tells of a role over its logical id', () => {
    assert.deepEqual(hover('source.yaml', 'Source:'), [
      '# Role `Source`, account 111122223333',
      '1 may assume this (1 open) · assumes 3 (1 locked, 2 open; 1 under assumptions), 1 blocked',
      'May be assumed by `ec2.amazonaws.com` (open)',
      'May assume `Locked` (locked), `Open` (open), `arn:aws:iam::777788889999:role/unseen` (open, if)',
      'Cannot assume `Shut`, though one side names the other',
    ]);
  });
});

describe('a walk along the hops', () => {
  const starts = (file: keyof typeof files, text: string) => {
    const { graph, place, offset } = cursorAt(file, text);
    return startsOfWalk(place, offset, graph).map(({ id }) => id);
  };

  it('begins at the role whose resource or policy holds the cursor', () => {
    assert.deepEqual(starts('source.yaml', 'PolicyName'), ['Source']);
    assert.deepEqual(starts('target.yaml', 'Effect'), ['Locked']);
  });

  it('begins at the role that is named under the cursor', () => {
    assert.deepEqual(starts('source.yaml', 'arn:aws:iam::444455556666:role/open'), ['Open']);
  });

  it('says where each step leads and whether it happens, the blocked ones last', () => {
    const texts = cursorAt('source.yaml', 'Source:');
    const hops = inOrder(indexGraph(texts.graph).from(roleOf(texts, 'Source')));
    assert.deepEqual(
      hops.map((hop) => describeStep(hop.target, texts.graph, hop)),
      [
        'locked · account 444455556666',
        'open · account 444455556666',
        'open, if · account 777788889999 · not in the workspace',
        'blocked · account 444455556666',
      ],
    );
  });
});

describe('roles as symbols of the workspace', () => {
  const { graph } = cursorAt('source.yaml', 'Source:');
  const find = (query: string) => findRoleSymbols(graph, query).map(({ name, container }) => `${name} in ${container}`);

  it('are found by name, whole or by letters in their order', () => {
    const found = ['Locked in arn:aws:iam::444455556666:role/locked'];
    assert.deepEqual(find('locked'), found);
    assert.deepEqual(find('LKD'), found);
    assert.equal(find('').length, 4);
    assert.deepEqual(find('nothing of that'), []);
  });

  it('are named by their ARN where that is what was asked for', () => {
    assert.deepEqual(find('111122223333:role'), ['arn:aws:iam::111122223333:role/source in Source']);
  });
});

describe('links to templates', () => {
  const link = (type: string, property: string, value: string) => {
    const texts = openChains({
      'stacks/a.yaml': `Resources:\n  Na<|>me:\n    Type: ${type}\n    Properties:\n      ${property}: ${value}\n`,
    });
    const found = templateLinks(texts.place, (path) => path === '/workspace/roles/b.yaml');
    return found.map(({ span, path }) => [texts.cut(span), path]);
  };
  const expected = [['../roles/b.yaml', '/workspace/roles/b.yaml']];

  it('lead to the template of a nested stack, a stack set and an application', () => {
    assert.deepEqual(link('AWS::CloudFormation::Stack', 'TemplateURL', '../roles/b.yaml'), expected);
    assert.deepEqual(link('AWS::CloudFormation::StackSet', 'TemplateURL', "'../roles/b.yaml'"), expected);
    assert.deepEqual(link('AWS::Serverless::Application', 'Location', '../roles/b.yaml'), expected);
    assert.deepEqual(link('AWS::CloudFormation::Stack', 'TemplateURL', '!If [c, ../roles/b.yaml, x.yaml]'), expected);
  });

  it('lead to no address, and to no file that is not there', () => {
    assert.deepEqual(link('AWS::CloudFormation::Stack', 'TemplateURL', 'https://example.com/roles/b.yaml'), []);
    assert.deepEqual(link('AWS::CloudFormation::Stack', 'TemplateURL', './b.yaml'), []);
    assert.deepEqual(link('AWS::CloudFormation::Stack', 'TemplateURL', '!Ref Url'), []);
  });
});

describe('sentences in hovers', () => {
  it('keep names in backticks as code, and have no other markup', () => {
    assert.equal(sentenceMarkdown('*a* `b*_` [c](d)'), '\\*a\\* `b*_` \\[c\\]\\(d\\)');
    assert.equal(sentenceMarkdown('one ` *alone*'), escapeMarkdown('one ` *alone*'));
    assert.equal(sentencePlain('`a`\n b'), 'a b');
  });
});
