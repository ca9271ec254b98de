import assert from 'node:assert/strict';
import { renderExplanation } from '../../server/src/export/explanation.ts';
import { codeText, markdownText } from '../../server/src/export/markdown-text.ts';
import type { Entity, World } from '../../server/src/role/entity.ts';
import type { Grant } from '../../server/src/role/grant.ts';

const entity = (id: string, account: string, change: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'role',
  name: [id],
  path: ['/team/'],
  places: [{ account: [account] }],
  trust: [],
  permissions: [],
  unseen: [],
  tags: { values: [], complete: true },
  functions: [],
  ...change,
});

const world: World = { entities: [], controlPolicies: [], partition: ['aws'] };

const origin = { file: 'roles.yaml', fragment: 'R', policy: 0, statement: 0, label: 'statement 1' };

const grantWithExternalId: Grant = {
  effect: 'Allow',
  origin,
  conditions: [{ operator: 'StringEquals', key: 'STS:ExternalId', values: [['secret']], complete: true }],
  complete: true,
};

const places = {
  ofEntity: () => undefined,
  ofReason: () => ({
    file: 'roles.yaml',
    range: { start: { line: 6, character: 2 }, end: { line: 6, character: 9 } },
  }),
};

describe('the explanation of a hop', () => {
  const hop = {
    world,
    source: entity('Source', '111122223333'),
    target: entity('Target', '222233334444', { trust: [grantWithExternalId] }),
    verdict: {
      verdict: 'allowed',
      assumptions: [{ sentence: '`${Id}` is <b>', about: 'x' }],
      reasons: [
        { side: 'target', effect: 'allow', message: 'Statement 1 lets `Source` in', origin },
        { side: 'source', effect: 'allow', message: 'Statement 2 lets it out', origin },
      ],
    },
    locked: { source: true, target: false },
  } as const;
  const text = renderExplanation(hop, places);

  it('says first what the verdict is, and what it rests on', () => {
    assert.match(text, /^# Source → Target: allowed, if\n\n`Source` can assume `Target` if what stands under/);
    assert.match(text, /## It rests on\n\n- `\$\{Id\}` is \\<b\\>\n/);
    assert.match(text, /- From: role `\/team\/Source`, account 111122223333\n/);
    assert.match(text, /- They live in two accounts: .* must both allow it\.\n/);
    assert.match(text, /- Source side: \*\*locked\*\*, .*\n- Target side: \*\*open\*\*, /);
  });

  it('follows the call: the side of the source first', () => {
    const source = text.indexOf(
      '### Permissions of the source\n\n- **allows**: Statement 2 lets it out (roles.yaml:7)\n',
    );
    const target = text.indexOf(
      '### Trust policy of the target\n\n- **allows**: Statement 1 lets `Source` in (roles.yaml:7)',
    );
    assert.ok(source > 0 && target > source);
  });

  it('ends with commands that are filled in', () => {
    assert.ok(text.includes("assume-role --role-arn 'arn:aws:iam::111122223333:role/team/Source' --role-session-name"));
    assert.ok(
      text.includes(
        "assume-role --role-arn 'arn:aws:iam::222233334444:role/team/Target' --role-session-name test-hop --external-id 'secret'\n",
      ),
    );
    assert.ok(text.includes("aws iam get-role --role-name 'Target' --query Role.AssumeRolePolicyDocument"));
  });

  it('leaves the words in <> that are not known, and lets no name out of its quotes', () => {
    const unknown = { unknown: 'x', label: 'the account of `Target`', type: 'account' } as const;
    const target = entity("T'; rm -rf ~ #", '1', { places: [{ account: [unknown] }] });
    const written = renderExplanation({ ...hop, target }, places);
    assert.ok(written.includes("'arn:aws:iam::<the account of Target>:role/team/T; rm -rf ~ #'"));
    assert.match(written, /- Whether both live in one account is not known\.\n/);
  });

  it('says that only the service makes the hop of a function', () => {
    const source = entity('Worker', '111122223333', { kind: 'function' });
    const written = renderExplanation({ ...hop, source, locked: { source: null, target: true } }, places);
    assert.ok(written.includes("aws lambda get-function-configuration --function-name 'Worker' --query Role"));
    assert.ok(!written.includes('assume-role'));
    assert.ok(!written.includes('Source side'));
  });

  it('takes no name for markup', () => {
    assert.equal(markdownText('a <img> [b](c) *d* `<e>` | f'), 'a \\<img\\> \\[b\\](c) \\*d\\* `<e>` \\| f');
    assert.equal(markdownText('one ` and\nmore'), 'one \\` and more');
    assert.equal(codeText('a`b\nc'), '`abc`');
  });
});
