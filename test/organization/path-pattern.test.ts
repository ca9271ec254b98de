import assert from 'node:assert/strict';
import { findPathFault } from '../../server/src/organization/path-pattern.ts';

/** The fault's name and the part of the pattern that it is in. */
function faultIn(pattern: string, continues = true): string | undefined {
  const found = findPathFault(pattern, continues);
  return found && `${found.fault}: ${pattern.slice(found.from, found.to)}`;
}

describe('a pattern of organization paths', () => {
  it('is good where some path fits it', () => {
    for (const pattern of [
      '*',
      '**',
      'o-*',
      '*/',
      'o-a1b2c3d4e5/*',
      'o-a1b2c3d4e5*',
      'o-a1b2c3d4e5/r-ab12/',
      'o-a1b2c3d4e5/r-ab12/*',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-*',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*/*',
      'o-a1b2c3d4e5/*/ou-ab12-22222222/*',
      'o-a1b2c3d4e5/r-ab1?/ou-ab1?-11111111/',
      'o-a1b2c3d4e5?r-ab12/',
      '*/ou-ab12-11111111/*',
      '*-11111111/*',
      '*ou-ab12-11111111*',
      '??????????????????????????????',
    ])
      assert.equal(faultIn(pattern), undefined, pattern);
  });

  it('may lack its last slash, and all behind the organization where more can follow', () => {
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111', false), undefined);
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12', false), undefined);
    assert.equal(faultIn('o-a1b2c3d4e5'), undefined);
    assert.equal(faultIn('o-a1b2c3d4e5', false), 'no-root: o-a1b2c3d4e5');
    assert.equal(faultIn('o-a1b2c3d4e5/'), 'no-root: o-a1b2c3d4e5/');
  });

  it('names the first id that is in the wrong place', () => {
    assert.equal(faultIn('ou-ab12-11111111'), 'misplaced: ou-ab12-11111111');
    assert.equal(faultIn('r-ab12/ou-ab12-11111111/*'), 'misplaced: r-ab12');
    assert.equal(faultIn('o-a1b2c3d4e5/ou-ab12-11111111/*'), 'misplaced: ou-ab12-11111111');
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12/r-ab12/*'), 'misplaced: r-ab12');
    assert.equal(faultIn('*/ou-ab12-11111111/r-ab12/*'), 'no-id: r-ab12');
    assert.equal(faultIn('*/o-a1b2c3d4e5/*'), 'no-id: o-a1b2c3d4e5');
  });

  it('names what is no id', () => {
    assert.equal(faultIn('o-short/r-ab12/*'), 'no-id: o-short');
    assert.equal(faultIn('o-a1b2c3d4e5/root/*'), 'no-id: root');
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12/Security/*'), 'no-id: Security');
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12/ou-ab12-1111/'), 'no-id: ou-ab12-1111');
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12/ou-ab12-1111'), 'no-id: ou-ab12-1111');
    assert.equal(faultIn('O-A1B2C3D4E5/*'), 'no-id: O-A1B2C3D4E5');
    assert.equal(faultIn('x*'), 'no-id: x*');
    assert.equal(faultIn('*/Security/*'), 'no-id: Security');
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12/*.'), 'no-id: *.');
  });

  it('names accounts, ARNs, and ids left out', () => {
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/111122223333'), 'account: 111122223333');
    assert.equal(faultIn('111122223333'), 'account: 111122223333');
    const arn = 'arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111';
    assert.equal(faultIn(arn), `arn: ${arn}`);
    assert.equal(faultIn('o-a1b2c3d4e5//ou-ab12-11111111/*'), 'empty: //');
    assert.equal(faultIn('/o-a1b2c3d4e5/r-ab12/*'), 'empty: /');
    assert.equal(faultIn(''), 'empty: ');
  });

  it('names a unit of another root', () => {
    assert.equal(faultIn('o-a1b2c3d4e5/r-ab12/ou-cd34-11111111/*'), 'other-root: ou-cd34-11111111');
    assert.equal(faultIn('*/r-ab12/ou-ab12-11111111/ou-cd34-22222222/'), 'other-root: ou-cd34-22222222');
    assert.equal(faultIn('o-a1b2c3d4e5/r-*/ou-cd34-11111111/*'), undefined);
  });

  it('is not looked at where it is too long for any path', () => {
    assert.equal(faultIn(`${'*/'.repeat(400)}.`), 'no-id: .');
    assert.equal(faultIn(`${'*/'.repeat(1_000_000)}.`), undefined);
  });
});
