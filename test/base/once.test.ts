import assert from 'node:assert/strict';
import { keptWith, oncePer } from '../../server/src/base/once.ts';

describe('what is kept with objects', () => {
  it('is found again, and may be another one later', () => {
    const kept = keptWith<object, string>();
    const [one, other] = [{}, [1, 2]];
    kept.set(one, 'first');
    kept.set(other, 'a list');
    kept.set(one, 'second');
    assert.deepEqual([kept.get(one), kept.get(other), kept.get({})], ['second', 'a list', undefined]);
  });

  it('is apart from what others keep with the same object', () => {
    const [names, sizes] = [keptWith<object, string>(), keptWith<object, number>()];
    const one = { a: 1 };
    names.set(one, 'one');
    assert.deepEqual([names.get(one), sizes.get(one)], ['one', undefined]);
  });

  it('is seen by nobody: neither copied with the object nor compared', () => {
    const kept = keptWith<object, string>();
    const one = { a: 1 };
    kept.set(one, 'kept');
    assert.equal(kept.get({ ...one }), undefined);
    assert.equal(kept.get(Object.assign({}, one)), undefined);
    assert.deepEqual(one, { a: 1 });
    assert.deepEqual(Reflect.ownKeys(one), ['a']);
    assert.equal(JSON.stringify(one), '{"a":1}');
  });

  it('is worked out once for each object', () => {
    const asked: object[] = [];
    const sizeOf = oncePer((list: readonly number[]) => {
      asked.push(list);
      return list.length;
    });
    const [one, equal] = [
      [1, 2],
      [1, 2],
    ];
    assert.deepEqual([one, equal, one].map(sizeOf), [2, 2, 2]);
    assert.deepEqual(asked, [one, equal]);
  });

  it('is worked out again after a failure', () => {
    let fails = true;
    const answer = oncePer((_: object) => {
      if (fails) throw new Error('not yet');
      return 'now';
    });
    const one = {};
    assert.throws(() => answer(one), /not yet/);
    fails = false;
    assert.equal(answer(one), 'now');
  });
});
