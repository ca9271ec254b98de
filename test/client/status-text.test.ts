import assert from 'node:assert/strict';
import { describeStatus } from '../../client/src/status-text.ts';

describe('the text of the status item', () => {
  const iamData = 'IAM data of 2026-09-26, 57 days old';
  const detail = `Role Chain, ${iamData}`;
  const findings = { error: 0, warning: 0, info: 0, hint: 0 };
  const status = {
    uri: 'file:///p.json',
    version: 1,
    recognised: true,
    policies: 1,
    roles: false,
    kinds: ['trust policy'],
    findings,
    iamData,
  };

  it('says what the document is, what was found, and how old the data is', () => {
    assert.deepEqual(describeStatus(status), { text: 'Trust policy: no findings', detail });
    assert.deepEqual(
      describeStatus({
        ...status,
        policies: 3,
        kinds: ['trust policy', 'identity policy'],
        findings: { ...findings, error: 1, info: 2 },
      }),
      { text: '3 policies: 1 error, 2 notes', detail },
    );
  });

  it('says how old the data is where nothing is recognised too', () => {
    assert.deepEqual(describeStatus({ ...status, recognised: false, isTooLong: true, policies: 0, kinds: [] }), {
      text: 'Larger than 20 MB: not checked',
      detail,
    });
    assert.deepEqual(describeStatus({ ...status, recognised: false, policies: 0, kinds: [] }), {
      text: 'No IAM policy',
      detail,
    });
  });

  it('says what follows from data that is too old', () => {
    const old = 'IAM data of 2025-09-26, 422 days old: names that it lacks are reported as hints only';
    assert.equal(describeStatus({ ...status, iamData: old }).detail, `Role Chain, ${old}`);
  });
});
