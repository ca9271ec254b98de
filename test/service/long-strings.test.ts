import assert from 'node:assert/strict';
import { iamData } from '../support/iam-data.ts';
import { analysed } from './analysed.ts';

const long = (piece: string) => piece.repeat(600_000 / piece.length);
const policy = (more: string) => `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${more}}]}`;

/** Values that no policy of AWS has room for. */
const cases: readonly (readonly [what: string, more: string])[] = [
  ['Sid', `"Sid":"${long('a')}","Action":"s3:GetObject","Resource":"*"`],
  ['action', `"Action":"s3:${long('a')}","Resource":"*"`],
  ['action of stars', `"Action":"s3:${long('*a')}","Resource":["*"]`],
  ['resource', `"Action":"s3:GetObject","Resource":"arn:aws:s3:::${long('a')}"`],
  [
    'resource of stars',
    `"Action":"s3:GetObject","Resource":["arn:aws:s3:::${long('*a')}","arn:aws:s3:::${long('a*')}"]`,
  ],
  ['resource of colons', `"Action":"s3:GetObject","Resource":"arn:${long('a:')}"`],
  [
    'condition',
    `"Action":"s3:GetObject","Resource":"*","Condition":{"StringLike":{"aws:PrincipalArn":"${long('*?')}"}}`,
  ],
  ['escapes', `"Sid":"${long('\\n')}","Action":"s3:GetObject","Resource":"*"`],
  ['white space', `"Action":${long(' ')}"s3:GetObject","Resource":"*"`],
];

describe('a value of 600,000 characters', () => {
  for (const [what, more] of cases) {
    it(`is nothing to stumble over: ${what}`, () => {
      const text = policy(more);
      const { recognised, findings } = analysed({ path: 'a.json', text }, { rules: {}, iamData });
      assert.ok(recognised);
      assert.ok(findings.every(({ span }) => 0 <= span.start && span.start <= span.end && span.end <= text.length));
    });
  }
});
