import assert from 'node:assert/strict';
import {
  assumeActionFor,
  federatedCaller,
  findTrustAction,
  type TrustedCaller,
  trustActions,
  trustActionsFor,
} from '../../server/src/catalog/sts-actions.ts';

describe('actions of a trust policy', () => {
  it('have a source, and callers exactly if they have a part in assuming', () => {
    for (const each of trustActions) {
      assert.ok(each.source.length > 5, each.name);
      assert.equal(each.callers.length === 0, each.part === 'none', each.name);
    }
  });

  it('open a session in one way for each caller', () => {
    const callers: readonly TrustedCaller[] = ['aws', 'service', 'saml', 'web-identity'];
    for (const caller of callers) {
      const opening = trustActions.filter((each) => each.part === 'assumes' && each.callers.includes(caller));
      assert.deepEqual(
        opening.map((each) => each.name),
        [assumeActionFor(caller)],
      );
    }
  });

  it('are told by caller', () => {
    assert.deepEqual(trustActionsFor('aws'), [
      'sts:AssumeRole',
      'sts:TagSession',
      'sts:SetSourceIdentity',
      'sts:SetContext',
    ]);
    assert.deepEqual(trustActionsFor('service'), trustActionsFor('aws'));
    assert.equal(trustActionsFor('saml')[0], 'sts:AssumeRoleWithSAML');
    assert.equal(trustActionsFor('web-identity')[0], 'sts:AssumeRoleWithWebIdentity');
    assert.ok(!trustActionsFor('web-identity').includes('sts:AssumeRole'));
  });

  it('are found in any case; AssumeRoot never belongs there', () => {
    assert.equal(findTrustAction('STS:assumerole')?.name, 'sts:AssumeRole');
    assert.deepEqual(findTrustAction('sts:AssumeRoot')?.callers, []);
    assert.equal(findTrustAction('sts:*'), undefined);
    assert.equal(findTrustAction('s3:GetObject'), undefined);
  });
});

describe('federated principals', () => {
  it('are told by ARN or name', () => {
    assert.equal(federatedCaller('arn:aws:iam::111122223333:saml-provider/Okta'), 'saml');
    assert.equal(federatedCaller('arn:aws-cn:iam::111122223333:oidc-provider/example.com'), 'web-identity');
    assert.equal(federatedCaller('cognito-identity.amazonaws.com'), 'web-identity');
    assert.equal(federatedCaller('accounts.google.com'), 'web-identity');
    assert.equal(federatedCaller('arn:aws:iam::111122223333:role/saml-provider/x'), undefined);
    assert.equal(federatedCaller('example.com'), undefined);
  });
});
