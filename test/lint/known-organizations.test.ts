import assert from 'node:assert/strict';
import { isSameKnowledge, relyOn } from '../../server/src/lint/known-organizations.ts';
import type { Organization } from '../../server/src/organization/organization.ts';
import { exampleOrganization, exampleTime } from '../organization/example-organization.ts';

const ages = { maxAgeDays: 7, now: exampleTime };

describe('relyOn', () => {
  const old: Organization = { ...exampleOrganization, id: 'o-old0000000', loadedAt: '2026-11-15T08:59:59.999Z' };
  const { units, ...root } = exampleOrganization.root;
  const part: Organization = { ...exampleOrganization, id: 'o-part000000', root };

  it('takes what is whole and young', () => {
    assert.deepEqual(relyOn([exampleOrganization], ages, { auditors: '999988887777' }), {
      whole: [exampleOrganization],
      hasOthers: false,
      accounts: ['999988887777'],
    });
  });

  it('leaves out what is old or loaded in part, and says so', () => {
    assert.ok(units);
    assert.deepEqual(relyOn([old, part, exampleOrganization], ages), {
      whole: [exampleOrganization],
      hasOthers: true,
      accounts: [],
    });
  });

  it('counts the age in days, the last moment included', () => {
    const atLimit = { ...old, loadedAt: '2026-11-15T09:00:00.000Z' };
    assert.deepEqual(relyOn([atLimit], ages).whole, [atLimit]);
    assert.deepEqual(relyOn([exampleOrganization], { ...ages, maxAgeDays: 0 }).whole, []);
  });

  it('is the same for the same organizations only', () => {
    const known = relyOn([exampleOrganization], ages);
    assert.ok(isSameKnowledge(known, relyOn([exampleOrganization], ages)));
    assert.ok(!isSameKnowledge(known, relyOn([{ ...exampleOrganization }], ages)));
    assert.ok(!isSameKnowledge(known, relyOn([exampleOrganization, old], ages)));
    assert.ok(!isSameKnowledge(known, relyOn([exampleOrganization], ages, { a: '999988887777' })));
  });
});
