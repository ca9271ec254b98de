import assert from 'node:assert/strict';
import { readMarks } from './marks.ts';
import { type Form, renderPolicy } from './rendering.ts';

describe('rule cases', () => {
  it('read marks in the order in which they open', () => {
    assert.deepEqual(readMarks('a<|b<|c|>|>d<|>'), {
      text: 'abcd',
      marks: [
        { start: 1, end: 3 },
        { start: 2, end: 3 },
        { start: 4, end: 4 },
      ],
    });
    assert.throws(() => readMarks('<|a'));
    assert.throws(() => readMarks('a|>'));
  });

  it('mark the same place in every form of a policy', () => {
    const policy = `{
      <|"Statement"|>: <|{
        "Action": ["s3:<|*|>"],
        "Resource": <|{ "Fn::Sub": "arn:\${AWS::Partition}:<|x|>" }|>
      }|>
    }`;
    const marked = new Map<Form, readonly string[]>();
    for (const { form, text, marks } of renderPolicy(policy, 'identity'))
      marked.set(
        form,
        marks.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')),
      );
    const statement = '{ "Action": ["s3:*"], "Resource": { "Fn::Sub": "arn:${AWS::Partition}:x" } }';
    const written = ['"Statement"', statement, '*', '{ "Fn::Sub": "arn:${AWS::Partition}:x" }', 'x'];
    assert.deepEqual(marked.get('policy'), written);
    assert.deepEqual(marked.get('string'), written);
    assert.deepEqual(marked.get('json'), [
      written[0],
      statement.replace('["s3:*"]', '[ "s3:*" ]'),
      ...written.slice(2),
    ]);
    assert.deepEqual(marked.get('yaml'), [
      'Statement',
      'Action: - s3:* Resource: !Sub arn:${AWS::Partition}:x',
      '*',
      '!Sub arn:${AWS::Partition}:x',
      'x',
    ]);
  });

  it('know the policy again in every form', () => {
    for (const { form, text, policyIn } of renderPolicy('{ "Statement": [{ "Ref": "A" }] }', 'trust'))
      assert.deepEqual(policyIn(text), { Statement: [{ Ref: 'A' }] }, form);
  });
});
