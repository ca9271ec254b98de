import assert from 'node:assert/strict';
import { liesWithin, networkOf, parseIpRange, writeIpv4 } from '../../server/src/base/ip-range.ts';

describe('ranges of IP addresses', () => {
  it('are read in both versions, with and without a prefix', () => {
    assert.deepEqual(parseIpRange('203.0.113.7'), { bits: 32, address: 0xcb007107n, prefix: 32 });
    assert.deepEqual(parseIpRange('2001:db8::1/64'), { bits: 128, address: (0x20010db8n << 96n) + 1n, prefix: 64 });
    assert.deepEqual(parseIpRange('::'), { bits: 128, address: 0n, prefix: 128 });
  });

  it('are nothing else', () => {
    for (const text of ['', 'a', '1.2.3', '1.2.3.256', '1.2.3.4/33', '1.2.3.4/', '1.2.3.4/1/2', '1::2::3', ':', '1:2'])
      assert.equal(parseIpRange(text), undefined, text);
  });

  it('begin at their network', () => {
    const range = parseIpRange('54.240.143.129/24');
    assert.ok(range);
    assert.equal(networkOf(range), 0x36f08f00n);
    assert.equal(writeIpv4(range), '54.240.143.0/24');
  });

  it('lie in others', () => {
    const within = (inner: string, outer: string) => {
      const [a, b] = [parseIpRange(inner), parseIpRange(outer)];
      return a !== undefined && b !== undefined && liesWithin(a, b);
    };
    assert.ok(within('10.1.2.3', '10.0.0.0/8'));
    assert.ok(!within('10.0.0.0/7', '10.0.0.0/8'));
    assert.ok(!within('11.0.0.0/8', '10.0.0.0/8'));
    assert.ok(!within('::', '0.0.0.0/0'));
  });
});
