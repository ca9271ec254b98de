import assert from 'node:assert/strict';
import { addCondition } from '../../server/src/edit/add-condition.ts';
import { appendValue } from '../../server/src/edit/append-value.ts';
import { applyChanges } from '../../server/src/edit/change.ts';
import { insertItem } from '../../server/src/edit/insert-item.ts';
import { insertProperty } from '../../server/src/edit/insert-property.ts';
import type { Changes } from '../../server/src/edit/place.ts';
import { removeItem, removeProperty } from '../../server/src/edit/remove.ts';
import { renameKey } from '../../server/src/edit/rename-key.ts';
import { replaceInString } from '../../server/src/edit/replace-in-string.ts';
import { replaceValue } from '../../server/src/edit/replace-value.ts';
import { existing, fill, sub } from '../../server/src/edit/writable.ts';
import { property } from '../../server/src/syntax/node.ts';
import { arrayAt, at, type Opened, objectAt, open, plainValue } from './opened.ts';
import { policy, renderings } from './renderings.ts';

const [first, second] = policy.Statement;
assert.ok(first && second);
const orgId = first.Condition?.StringEquals;
const awkward = `it's "${'\\'}" #: <all>`;

interface Case {
  readonly name: string;
  readonly edit: (opened: Opened) => Changes;
  /** The two statements afterwards, or more of them. */
  readonly statements: readonly unknown[];
  readonly needsSub?: true;
  /** Would write again what holds comments, where the rendering has some. */
  readonly rewrites?: true;
}

const cases: readonly Case[] = [
  {
    name: 'a property at the end',
    edit: ({ target, root }) => insertProperty(target, objectAt(root, 'Statement', 1), 'Sid', 'Keep'),
    statements: [first, { ...second, Sid: 'Keep' }],
  },
  {
    name: 'a property in the middle, of every kind of value',
    edit: ({ target, root }) => {
      const value = { AWS: ['123', '012345678901', awkward], Service: [], Other: {}, Flag: true, Count: 3 };
      return insertProperty(target, objectAt(root, 'Statement', 0), 'Principal', value, { after: ['Sid', 'Effect'] });
    },
    statements: [
      {
        ...first,
        Principal: { AWS: ['123', '012345678901', awkward], Service: [], Other: {}, Flag: true, Count: 3 },
      },
      second,
    ],
  },
  {
    name: 'a condition in a new block',
    edit: ({ target, root }) =>
      addCondition(target, objectAt(root, 'Statement', 1), {
        ArnLike: { 'aws:SourceArn': fill('arn:aws:lambda:*:', { name: 'account' }, ':function:*') },
        StringEquals: { 'aws:SourceAccount': fill({ name: 'account' }) },
      }),
    statements: [
      first,
      {
        ...second,
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:*:<account>:function:*' },
          StringEquals: { 'aws:SourceAccount': '<account>' },
        },
      },
    ],
  },
  {
    name: 'a condition in the blocks that are there',
    edit: ({ target, root }) =>
      addCondition(target, objectAt(root, 'Statement', 0), {
        Bool: { 'aws:ViaAWSService': 'false' },
        StringEquals: { 'aws:SourceAccount': '111122223333', 'aws:PrincipalTag/team': '${aws:username}' },
      }),
    statements: [
      {
        ...first,
        Condition: {
          StringEquals: {
            ...orgId,
            'aws:SourceAccount': '111122223333',
            'aws:PrincipalTag/team': '${aws:username}',
          },
          Bool: { 'aws:ViaAWSService': 'false' },
        },
      },
      second,
    ],
  },
  {
    name: 'a scalar for a scalar',
    edit: ({ target, root }) => replaceValue(target, at(root, 'Statement', 0, 'Action'), awkward),
    statements: [{ ...first, Action: awkward }, second],
  },
  {
    name: 'an object for a scalar',
    edit: ({ target, root }) =>
      replaceValue(target, at(root, 'Statement', 0, 'Action'), { A: { B: ['c', { D: 'e' }] } }),
    statements: [{ ...first, Action: { A: { B: ['c', { D: 'e' }] } } }, second],
  },
  {
    name: 'a scalar for a list',
    edit: ({ target, root }) => replaceValue(target, at(root, 'Statement', 1, 'Action'), '2012-10-17'),
    statements: [first, { ...second, Action: '2012-10-17' }],
  },
  {
    name: 'an object for a list',
    edit: ({ target, root }) => replaceValue(target, at(root, 'Statement', 1, 'Action'), { A: 'b' }),
    statements: [first, { ...second, Action: { A: 'b' } }],
  },
  {
    name: 'a scalar for an object',
    edit: ({ target, root }) => replaceValue(target, at(root, 'Statement', 0, 'Condition'), 'no'),
    statements: [{ ...first, Condition: 'no' }, second],
  },
  {
    name: 'another list for a list',
    edit: ({ target, root }) => replaceValue(target, at(root, 'Statement', 1, 'Action'), ['a:B', '*']),
    statements: [first, { ...second, Action: ['a:B', '*'] }],
  },
  {
    name: 'a part of a string',
    edit: ({ target, root }) => {
      const node = at(root, 'Statement', 0, 'Resource');
      assert.ok(node.type === 'string');
      return replaceInString(target, node, 'arn:aws:iam::'.length, 'arn:aws:iam::111122223333'.length, ["4'"]);
    },
    statements: [{ ...first, Resource: "arn:aws:iam::4':role/target" }, second],
  },
  {
    name: 'a part of a string that needs quotes then',
    edit: ({ target, root }) => {
      const node = at(root, 'Statement', 0, 'Resource');
      assert.ok(node.type === 'string');
      return replaceInString(target, node, 0, 'arn:aws:iam::'.length, ['* "x" ', { name: 'account' }, '\\']);
    },
    statements: [{ ...first, Resource: '* "x" <account>\\111122223333:role/target' }, second],
  },
  {
    name: 'another key',
    edit: ({ target, root }) => {
      const found = property(at(root, 'Statement', 0), 'Resource');
      assert.ok(found);
      return renameKey(target, found, 'NotResource');
    },
    statements: [
      {
        Sid: first.Sid,
        Effect: first.Effect,
        Action: first.Action,
        NotResource: first.Resource,
        Condition: first.Condition,
      },
      second,
    ],
  },
  ...['Sid', 'Action', 'Condition'].map((key) => ({
    name: `no ${key}`,
    edit: ({ target, root }: Opened) => removeProperty(target, objectAt(root, 'Statement', 0), key),
    statements: [Object.fromEntries(Object.entries(first).filter(([each]) => each !== key)), second],
  })),
  {
    name: 'no property of the last statement',
    edit: ({ target, root }) => removeProperty(target, objectAt(root, 'Statement', 1), 'Resource'),
    statements: [first, { Effect: 'Deny', Action: second.Action }],
  },
  {
    name: 'an empty object after its only property',
    edit: ({ target, root }) => removeProperty(target, objectAt(root, 'Statement', 0, 'Condition'), 'StringEquals'),
    statements: [{ ...first, Condition: {} }, second],
  },
  {
    name: 'one item less',
    edit: ({ target, root }) => removeItem(target, arrayAt(root, 'Statement', 1, 'Action'), 0),
    statements: [first, { ...second, Action: ['s3:*'] }],
  },
  {
    name: 'the last item less',
    edit: ({ target, root }) => removeItem(target, arrayAt(root, 'Statement', 1, 'Action'), 1),
    statements: [first, { ...second, Action: ['s3:GetObject'] }],
  },
  {
    name: 'the first statement less',
    edit: ({ target, root }) => removeItem(target, arrayAt(root, 'Statement'), 0),
    statements: [second],
  },
  {
    name: 'the last statement less',
    edit: ({ target, root }) => removeItem(target, arrayAt(root, 'Statement'), 1),
    statements: [first],
  },
  ...[0, 1, 2].map((index) => ({
    name: `a statement at ${index}, made from another one`,
    edit: ({ target, root }: Opened) =>
      insertItem(target, arrayAt(root, 'Statement'), index, {
        Sid: 'Copy',
        Effect: existing(at(root, 'Statement', 1, 'Effect')),
        Action: existing(at(root, 'Statement', 1, 'Action')),
        Condition: existing(at(root, 'Statement', 0, 'Condition')),
      }),
    statements: [first, second].toSpliced(index, 0, {
      Sid: 'Copy',
      Effect: second.Effect,
      Action: second.Action,
      Condition: first.Condition,
    } as never),
  })),
  {
    name: 'an item at the start',
    edit: ({ target, root }) => insertItem(target, arrayAt(root, 'Statement', 1, 'Action'), 0, 'iam:*'),
    statements: [first, { ...second, Action: ['iam:*', 's3:GetObject', 's3:*'] }],
  },
  {
    name: 'a second value',
    edit: ({ target, root }) => appendValue(target, at(root, 'Statement', 0, 'Action'), 'sts:TagSession'),
    statements: [{ ...first, Action: ['sts:AssumeRole', 'sts:TagSession'] }, second],
  },
  {
    name: 'a third value',
    edit: ({ target, root }) => appendValue(target, at(root, 'Statement', 1, 'Action'), 'yes'),
    statements: [first, { ...second, Action: ['s3:GetObject', 's3:*', 'yes'] }],
  },
  {
    name: 'a list for an object',
    edit: ({ target, root }) => appendValue(target, at(root, 'Statement', 0, 'Condition', 'StringEquals'), { A: 'b' }),
    statements: [{ ...first, Condition: { StringEquals: [orgId, { A: 'b' }] } }, second],
    rewrites: true,
  },
  {
    name: 'a substitution',
    edit: ({ target, root }) =>
      replaceValue(target, at(root, 'Statement', 0, 'Resource'), sub('arn:aws:iam::${AWS::AccountId}:role/a')),
    statements: [{ ...first, Resource: { Sub: 'arn:aws:iam::${AWS::AccountId}:role/a' } }, second],
    needsSub: true,
  },
];

describe('an edit in every way of writing a policy', () => {
  for (const rendering of renderings) {
    it(`${rendering.name}: holds the same policy`, () => {
      assert.deepEqual(plainValue(open(rendering.text, rendering).root), policy);
    });
    for (const { name, edit, statements, needsSub, rewrites } of cases) {
      it(`${rendering.name}: gives ${name}`, () => {
        const opened = open(rendering.text, rendering);
        const changes = edit(opened);
        if (needsSub && !rendering.takesSub) return assert.equal(changes, undefined);
        if (rewrites && rendering.format === 'jsonc') return assert.equal(changes, undefined);
        assert.ok(changes);
        const text = applyChanges(rendering.text, changes);
        const expected = rendering.isSub ? asSubText(statements) : statements;
        assert.deepEqual(plainValue(open(text, rendering).root), { ...policy, Statement: expected }, text);
        if (rendering.text.includes('\r\n')) assert.doesNotMatch(text, /[^\r]\n/);
        return undefined;
      });
    }
  }
});

/** In the argument of an Fn::Sub a substitution is bare text, and text that looks like one is escaped. */
function asSubText(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll('${aws:', '${!aws:')
    .replace(/\{"Sub":("[^"]*")\}/, '$1');
  return JSON.parse(text);
}
