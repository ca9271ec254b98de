import assert from 'node:assert/strict';
import { idKindOf, rootOfUnit } from '../../server/src/organization/ids.ts';
import { formatOrgPath, parseOrgPath } from '../../server/src/organization/path.ts';

describe('ids of an organization', () => {
  it('are told apart by their shape', () => {
    assert.equal(idKindOf('o-a1b2c3d4e5'), 'organization');
    assert.equal(idKindOf('r-ab12'), 'root');
    assert.equal(idKindOf('ou-ab12-11111111'), 'unit');
    assert.equal(idKindOf('111122223333'), 'account');
  });

  it('are neither shorter nor longer than AWS makes them, nor in upper case', () => {
    const no = ['', 'o-a1b2c3d4e', `o-${'a'.repeat(33)}`, 'r-ab1', 'ou-ab12-1111111', 'ou-11111111', 'O-A1B2C3D4E5'];
    for (const text of [...no, '11112222333', 'o-a1b2c3d4e5/', ' r-ab12'])
      assert.equal(idKindOf(text), undefined, text);
  });

  it('of units hold the id of their root', () => {
    assert.equal(rootOfUnit('ou-ab12-11111111'), 'r-ab12');
    assert.equal(rootOfUnit('r-ab12'), undefined);
  });
});

describe('the path of an account', () => {
  it('is read and written from the top down', () => {
    const text = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/';
    const path = parseOrgPath(text);
    assert.deepEqual(path, {
      organization: 'o-a1b2c3d4e5',
      root: 'r-ab12',
      units: ['ou-ab12-11111111', 'ou-ab12-22222222'],
    });
    assert.equal(path && formatOrgPath(path), text);
  });

  it('may be that of the root', () => {
    assert.deepEqual(parseOrgPath('o-a1b2c3d4e5/r-ab12/')?.units, []);
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      'o-a1b2c3d4e5/',
      'o-a1b2c3d4e5/r-ab12',
      'o-a1b2c3d4e5/r-ab12/*',
      'o-a1b2c3d4e5/r-ab12//',
      'o-a1b2c3d4e5/r-ab12/ou-cd34-11111111/',
      'o-a1b2c3d4e5/r-ab12/111122223333/',
      'r-ab12/ou-ab12-11111111/',
    ])
      assert.equal(parseOrgPath(text), undefined, text);
  });
});
