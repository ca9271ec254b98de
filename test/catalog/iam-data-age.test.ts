import assert from 'node:assert/strict';
import { describeAge } from '../../server/src/catalog/iam-data-age.ts';

describe('the age of the data', () => {
  const now = new Date('2026-10-01T12:00:00Z');

  it('is told in days', () => {
    assert.equal(describeAge({ date: '2026-09-26', isOld: false }, now), 'IAM data of 2026-09-26, 5 days old');
    assert.equal(describeAge({ date: '2026-09-30', isOld: false }, now), 'IAM data of 2026-09-30, 1 day old');
  });

  it('is never negative, whatever the clock says', () => {
    assert.equal(describeAge({ date: '2026-12-01', isOld: false }, now), 'IAM data of 2026-12-01, 0 days old');
  });

  it('says what follows where it is great', () => {
    assert.equal(
      describeAge({ date: '2025-09-26', isOld: true }, now),
      'IAM data of 2025-09-26, 370 days old: names that it lacks are reported as hints only',
    );
  });
});
