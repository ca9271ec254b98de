import assert from 'node:assert/strict';
import type { Verdict } from '../../server/src/chain/verdict.ts';
import { A, ASSUME, B, control, hop, role, roleNamed, type Statement } from './world.ts';

const everything: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const trusts = (principal: string): Statement => ({ ...ASSUME, Principal: { AWS: principal } });

function tell({ reasons }: Verdict): readonly string[] {
  return reasons.map(({ side, effect, message }) => `${side} ${effect}: ${message}`);
}

describe('the reasons of a verdict', () => {
  const s = role('s', { permissions: [everything] });
  const t = role('t', { account: B, trust: [trusts(A)] });

  it('are the statements that allow', () => {
    assert.deepEqual(tell(hop(s, t)), [
      'target allow: Statement 1 of the trust policy of `t` lets `s` assume `t`',
      'source allow: Statement 1 of the permission policy of `s` lets `s` assume `t`',
    ]);
    assert.deepEqual(tell(hop(role('s'), role('t', { trust: [trusts(roleNamed('s'))] }))), [
      'target allow: Statement 1 of the trust policy of `t` lets `s` assume `t`',
      'source none: Within one account the trust policy of `t` suffices, which names `s`',
    ]);
  });

  it('name the path that is missing', () => {
    const automation = role('auto', {
      name: 'SecurityAutoremediation',
      path: '/SecurityOperations/',
      account: B,
      trust: [trusts(A)],
    });
    const source = role('lambda-s3', {
      permissions: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
        { ...ASSUME, Resource: ['arn:aws:iam::*:role/Other', 'arn:aws:iam::*:role/SecurityAutoremediation'] },
      ],
    });
    const verdict = hop(source, automation);
    assert.deepEqual(tell(verdict), [
      'source none: Statement 2 of the permission policy of `lambda-s3` names `arn:aws:iam::*:role/SecurityAutoremediation`, but the role is `/SecurityOperations/SecurityAutoremediation`',
    ]);
    assert.deepEqual(verdict.reasons[0]?.part, { element: 'resource', index: 1 });
    assert.equal(verdict.reasons[0]?.origin?.statement, 1);
  });

  it('name the account or the principal that differs', () => {
    assert.deepEqual(tell(hop(role('s', { permissions: [{ ...ASSUME, Resource: roleNamed('t') }] }), t)), [
      `source none: Statement 1 of the permission policy of \`s\` names \`${roleNamed('t')}\`, but the role is \`${roleNamed('t', B)}\``,
    ]);
    const trusting = role('t', { account: B, trust: [trusts(roleNamed('ops/s'))] });
    assert.deepEqual(tell(hop(s, trusting)), [
      `target none: Statement 1 of the trust policy of \`t\` names \`${roleNamed('ops/s')}\`, but \`s\` is \`${roleNamed('s')}\``,
    ]);
  });

  it('name the condition that fails', () => {
    const conditioned = (Condition: NonNullable<Statement['Condition']>) =>
      hop(s, role('t', { account: B, trust: [{ ...trusts(A), Condition }] }));
    const start = 'target none: Statement 1 of the trust policy of `t` asks for';
    const verdict = conditioned({ StringEquals: { 'aws:ResourceAccount': B, 'aws:PrincipalAccount': B } });
    assert.deepEqual(tell(verdict), [
      `${start} \`aws:PrincipalAccount\` by \`StringEquals\` \`${B}\`, but the call has \`${A}\``,
    ]);
    assert.deepEqual(verdict.reasons[0]?.part, { element: 'condition', index: 1 });
    assert.deepEqual(tell(conditioned({ StringEquals: { 'aws:SourceAccount': A } })), [
      `${start} \`aws:SourceAccount\` by \`StringEquals\` \`${A}\`, but the call has no \`aws:SourceAccount\``,
    ]);
    assert.deepEqual(tell(conditioned({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })), [
      `${start} \`aws:MultiFactorAuthPresent\` by \`Bool\` \`true\`, but the call has none or \`false\``,
    ]);
  });

  it('name both sides where no value suits both', () => {
    const external = (id: string) => ({ StringEquals: { 'sts:ExternalId': id } });
    const source = role('s', { permissions: [{ ...everything, Condition: external('one') }] });
    const target = role('t', { account: B, trust: [{ ...trusts(A), Condition: external('two') }] });
    assert.deepEqual(tell(hop(source, target)), [
      'target none: Statement 1 of the trust policy of `t` asks for `sts:ExternalId` by `StringEquals` `two`, but the call has `one`',
    ]);
  });

  it('name the permission that tags need', () => {
    const tagged = { StringEquals: { 'aws:RequestTag/team': 'red' } };
    const target = role('t', { account: B, trust: [{ ...trusts(A), Condition: tagged }] });
    assert.deepEqual(tell(hop(s, target)), [
      'target none: Statement 1 of the trust policy of `t` allows `sts:AssumeRole`, and the call is `sts:TagSession`',
    ]);
  });

  it('name every explicit Deny', () => {
    const deny: Statement = { Effect: 'Deny', Action: 'sts:*', Resource: '*' };
    const denying = role('s', { permissions: [everything, deny], boundary: [everything, deny] });
    const scp = control('scp', [A], deny);
    assert.deepEqual(
      tell(
        hop({ ...denying, places: [{ account: [A], organizationPath: ['o-1/r-1/'], isManagement: false }] }, t, {
          controlPolicies: [scp],
        }),
      ),
      [
        'source deny: Statement 2 of the permission policy of `s` denies `sts:AssumeRole` to `s`',
        'boundary deny: Statement 2 of the boundary denies `sts:AssumeRole` to `s`',
        'scp deny: Statement 1 of the scp denies `sts:AssumeRole` to `s`',
      ],
    );
  });

  it('name each side that has no such statement', () => {
    assert.deepEqual(tell(hop(role('s'), role('t', { account: B }))), [
      'target none: No statement of the trust policy of `t` allows `sts:AssumeRole` for this call',
      'source none: No statement of the permission policy of `s` allows `sts:AssumeRole` for this call',
    ]);
    const bound = role('s', {
      permissions: [everything],
      boundary: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    });
    assert.deepEqual(tell(hop(bound, t)), [
      'boundary none: Statement 1 of the boundary allows `s3:*`, and the call is `sts:AssumeRole`',
    ]);
  });
});
