import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges } from '../../../server/src/edit/change.ts';
import { parseEmbedded } from '../../../server/src/syntax/embedded.ts';
import { parseJson } from '../../../server/src/syntax/json.ts';
import { child, type Node } from '../../../server/src/syntax/node.ts';
import { parseYaml } from '../../../server/src/syntax/yaml.ts';
import { plainValue } from '../../edit/opened.ts';
import { answersOf, type RandomPolicy, randomPolicy } from './support/random-policies.ts';
import { offeredAt } from './support/refactored.ts';

/** A way to write a policy, and to read it again. */
interface Way {
  readonly name: string;
  readonly path: string;
  readonly write: (policy: RandomPolicy) => string;
  readonly read: (text: string) => Node | undefined;
}

const ways: readonly Way[] = [
  {
    name: 'JSON with comments',
    path: 'policy.jsonc',
    write: (policy) => JSON.stringify(policy, undefined, 2).replace(/^(.*"Effect".*)$/m, '$1 // effect'),
    read: (text) => readJson(text),
  },
  {
    name: 'JSON on one line',
    path: 'policy.json',
    write: (policy) => JSON.stringify(policy),
    read: (text) => readJson(text),
  },
  {
    name: 'YAML block',
    path: 'template.yaml',
    write: (policy) => inTemplate(`\n${blockOf(policy, '        ').replace(/(Effect: .*)/, '$1 # effect')}`),
    read: (text) => policyIn(text),
  },
  {
    name: 'YAML flow',
    path: 'template.yaml',
    write: (policy) => inTemplate(` ${JSON.stringify(policy).replaceAll('":', '": ')}`),
    read: (text) => policyIn(text),
  },
  {
    name: 'a string in quotes, CRLF',
    path: 'template.yaml',
    write: (policy) =>
      inTemplate(` '${JSON.stringify(policy, undefined, 2).replace(/^/gm, '        ').trim()}'`).replaceAll(
        '\n',
        '\r\n',
      ),
    read: (text) => policyIn(text),
  },
];

function inTemplate(policy: string): string {
  return `# top\nResources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      # the policy\n      PolicyDocument:${policy}\n  Q:\n    Type: AWS::SNS::Topic # last\n`;
}

/** YAML by hand. */
function blockOf(value: unknown, indent: string): string {
  if (Array.isArray(value))
    return value
      .map(
        (item) => `${indent}- ${typeof item === 'object' ? blockOf(item, `${indent}  `).trimStart() : `'${item}'\n`}`,
      )
      .join('');
  return Object.entries(value as object)
    .map(([key, each]) => {
      if (typeof each === 'object') return `${indent}${key}:\n${blockOf(each, `${indent}  `)}`;
      return `${indent}${key}: '${each}'\n`;
    })
    .join('');
}

function readJson(text: string): Node | undefined {
  const { root, problems } = parseJson(text, { comments: true });
  assert.deepEqual(problems, [], text);
  return root;
}

function policyIn(text: string): Node | undefined {
  const { root, problems } = parseYaml(text);
  assert.deepEqual(problems, [], text);
  const document = child(child(child(child(root, 'Resources'), 'P'), 'Properties'), 'PolicyDocument');
  return document?.type === 'string' ? parseEmbedded(document)?.root : document;
}

function policyOf(way: Way, text: string): RandomPolicy {
  const root = way.read(text);
  assert.ok(root, text);
  const policy = plainValue(root) as RandomPolicy;
  return { ...policy, Statement: Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement as never] };
}

/** The comments of these texts: nothing else in them has these marks. */
function commentsOf(text: string): readonly string[] {
  return (text.match(/(?:#|\/\/) (?:top|effect|last|the policy)/g) ?? []).toSorted();
}

const reversible: Readonly<Record<string, string>> = {
  'to-list': 'to-single',
  'to-single': 'to-list',
  'to-object': 'to-string',
  'to-string': 'to-object',
  'to-yaml': 'to-json',
  'to-json': 'to-yaml',
};

describe('a refactoring', () => {
  for (const way of ways)
    it(`says the same, keeps comments and is well-formed: ${way.name}`, function () {
      this.timeout(60_000);
      const seen = new Set<string>();
      const property = fc.property(randomPolicy, fc.nat(), fc.nat(), (policy, at, which) => {
        const text = way.write(policy);
        const offset = placeIn(text, at);
        const offered = offeredAt(way.path, text, { start: offset, end: offset });
        const open = offered.refactorings.filter(({ refusal }) => refusal === undefined);
        const chosen = open[which % Math.max(open.length, 1)];
        if (chosen === undefined) return;
        const { id } = chosen;
        const done = chosen.edit();
        // Every other reason would be a mistake of ours.
        if (done.changes === undefined)
          assert.equal(done.refusal, 'A comment would be lost: move it first.', `${id} at ${offset}\n${text}`);
        if (done.changes === undefined) return;
        seen.add(id);
        const end = offered.start + offered.fragment.length;
        const after = text.slice(0, offered.start) + applyChanges(offered.fragment, done.changes) + text.slice(end);
        const told = policyOf(way, after);
        assert.deepEqual(answersOf(told), answersOf(policy), `${id}\n${text}\n${after}`);
        assert.deepEqual(commentsOf(after), commentsOf(text), `${id}\n${text}\n${after}`);
        assertUniqueNames(policy, told);
        const back = reversible[id];
        if (back !== undefined) assertReturns(way, after, offset, back, policyOf(way, text));
      });
      fc.assert(property, { numRuns: 100, seed: 7 });
      for (const id of [
        'to-list',
        'to-single',
        'split',
        'merge-actions',
        'merge-resources',
        'sort',
        'expand',
        'shrink',
      ])
        assert.ok(seen.has(id), `${id} was tried`);
    });
});

/** Somewhere in the statements; often on an action for which there is most to do. */
function placeIn(text: string, at: number): number {
  const place = text.indexOf(at % 2 === 0 ? 'sqs:Delete*' : 'sqs:DeleteQueue');
  if (place >= 0 && at % 3 > 0) return place + 1;
  const start = text.indexOf('Statement');
  const end = text.lastIndexOf(text.includes('Q:') ? 'Q:' : '}');
  return start + (at % (end - start));
}

function assertUniqueNames(before: RandomPolicy, after: RandomPolicy): void {
  const names = ({ Statement }: RandomPolicy) => Statement.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid]));
  const twice = (list: readonly unknown[]) => list.length - new Set(list).size;
  assert.ok(twice(names(after)) <= twice(names(before)), JSON.stringify(after));
}

/** A list may be of one value or of none: what is read again is the same policy, whatever its style. */
function assertReturns(way: Way, after: string, offset: number, back: string, policy: RandomPolicy): void {
  const place = Math.min(offset, after.length);
  for (const start of [place, after.indexOf('PolicyDocument')]) {
    if (start < 0) continue;
    const offered = offeredAt(way.path, after, { start, end: start });
    const found = offered.refactorings.find(({ id }) => id === back);
    const changes = found?.edit().changes;
    if (changes === undefined) continue;
    const end = offered.start + offered.fragment.length;
    const again = after.slice(0, offered.start) + applyChanges(offered.fragment, changes) + after.slice(end);
    assert.deepEqual(policyOf(way, again), policy, `${back}\n${after}\n${again}`);
    return;
  }
}
