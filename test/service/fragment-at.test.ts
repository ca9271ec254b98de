import assert from 'node:assert/strict';
import { fragmentAt, fragmentsIn } from '../../server/src/service/fragment-at.ts';
import { readMarks } from '../rules/support/marks.ts';
import { analysed } from './analysed.ts';

/** The path of the fragment at the cursor. */
function pathAt(marked: string): string | undefined {
  const { text, marks } = readMarks(marked);
  const found = fragmentAt(analysed({ path: 'a.yaml', text }), marks[0]?.start ?? 0);
  return found?.model.tree.path.join('/');
}

const role = 'Type: AWS::IAM::Role';

describe('the fragment at an offset', () => {
  const places: readonly (readonly [text: string, path: string])[] = [
    [`Parameters:\n  A: { Default: <|>x }\nResources:\n  One:\n    ${role}\n`, 'Parameters'],
    [`Resources:\n  One:\n    ${role}\n  Two:\n    Ty<|>pe: x\n`, 'Resources/Two'],
    [`Resources:\n  One:\n    ${role}\n  Two:\n    Type: x\n    Properties: <|>`, 'Resources/Two'],
    [`{ Parameters: { A: { Default: <|>x } }, Resources: { One: { ${role} }, Two: { Type: x } } }`, 'Parameters'],
    [`{ Parameters: { A: { Default: x } }, Resources: { One: { ${role} }, Two: { Type: <|>x } } }`, 'Resources/Two'],
    [`<|># A comment\nResources:\n  One:\n    ${role}\n`, 'Resources'],
  ];
  for (const [text, path] of places)
    it(`is ${path} in ${text.replaceAll('\n', ' ')}`, () => assert.equal(pathAt(text), path));

  it('is none in other texts', () => assert.equal(pathAt('a: <|>b'), undefined));

  it('is one of those in a range', () => {
    const text = `Resources:\n  One:\n    ${role}\n  Two:\n    Type: x\n`;
    const found = fragmentsIn(analysed({ path: 'a.yaml', text }), { start: text.indexOf('Type: x'), end: text.length });
    assert.deepEqual(
      found.map(({ model }) => model.tree.path),
      [['Resources', 'Two']],
    );
  });
});
