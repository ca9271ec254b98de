import assert from 'node:assert/strict';
import { openOrganizations } from '../../server/src/aws/index.ts';
import { isOrganizationFailure, type OrganizationFailure } from '../../server/src/service/organization-source.ts';
import { useAws } from './support/environment.ts';
import type { Mishap } from './support/organizations-server.ts';

describe('what goes wrong with AWS', () => {
  const aws = useAws();

  beforeEach(() => {
    aws.set({ AWS_MAX_ATTEMPTS: '1' });
    aws.write({
      config:
        '[profile security]\nregion = eu-central-1\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n',
    });
  });

  async function failureOf(work: Promise<unknown>): Promise<OrganizationFailure> {
    const error = await work.then(
      () => assert.fail('nothing went wrong'),
      (reason: unknown) => reason,
    );
    assert.ok(isOrganizationFailure(error), String(error));
    return error;
  }

  const notAuthorized = (action: string) =>
    `User: arn:aws:sts::222233334444:assumed-role/reader/me is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`;

  const calls = [
    ['DescribeOrganization', 'describe'],
    ['ListRoots', 'loadFirst'],
    ['ListOrganizationalUnitsForParent', 'loadUnits'],
    ['ListAccountsForParent', 'loadAccounts'],
    ['ListParents', 'findPath'],
  ] as const;

  for (const [operation, method] of calls) {
    const action = `organizations:${operation}`;

    const fails = async (mishap: Mishap, callerAccount?: string) => {
      await aws.serve({
        mishap: (call) => (call.operation === operation ? mishap : undefined),
        ...(callerAccount !== undefined && { callerAccount }),
      });
      const source = await openOrganizations({ profile: 'security' });
      const unit = 'ou-ab12-security';
      if (method === 'describe') return failureOf(source.describe());
      if (method === 'loadFirst') return failureOf(source.loadFirst());
      return failureOf(source[method](unit));
    };

    it(`tells that ${operation} is refused`, async () => {
      const failure = await fails({ type: 'AccessDeniedException', message: notAuthorized(action) });
      assert.equal(failure.kind, 'access-denied');
      assert.equal(failure.action, action);
      assert.equal(
        failure.message,
        `Profile "security" may not call ${action}: ask for a policy that allows it, or choose another profile.`,
      );
    });

    it(`tells that ${operation} was refused to a member account`, async () => {
      const failure = await fails(
        { type: 'AccessDeniedException', message: "You don't have permissions to access this resource." },
        '222233334444',
      );
      if (operation === 'DescribeOrganization') return assert.equal(failure.kind, 'access-denied');
      assert.equal(failure.kind, 'member-account');
      assert.equal(
        failure.message,
        'Account 222233334444 (profile "security") is a member account, which may not list the organization. Choose a profile of the management account 111122223333, or ask there to delegate organizations:ListRoots, organizations:ListOrganizationalUnitsForParent and organizations:ListAccountsForParent to this account.',
      );
    });
  }

  const cases: readonly {
    readonly name: string;
    readonly mishap: Mishap;
    readonly kind: string;
    readonly message: string;
  }[] = [
    {
      name: 'that the account is in no organization',
      mishap: {
        type: 'AWSOrganizationsNotInUseException',
        message: 'Your account is not a member of an organization.',
      },
      kind: 'not-in-organization',
      message:
        'The account of profile "security" is in no organization: choose a profile of an account that is in one.',
    },
    {
      name: 'that the token has expired',
      mishap: { type: 'ExpiredTokenException', message: 'The security token included in the request is expired' },
      kind: 'expired',
      message: 'The credentials of profile "security" have expired: renew them and try again.',
    },
    {
      name: 'that the access key is not known',
      mishap: {
        type: 'UnrecognizedClientException',
        message: 'The security token included in the request is invalid.',
      },
      kind: 'no-credentials',
      message: 'AWS does not know the access key of profile "security": check it, or choose another profile.',
    },
    {
      name: 'that the secret is wrong, without repeating what was signed',
      mishap: {
        type: 'InvalidSignatureException',
        message: 'The Canonical String should have been x-amz-security-token:FwoG',
      },
      kind: 'no-credentials',
      message:
        'AWS does not accept the signature of profile "security": check the secret access key and this machine\'s clock.',
    },
    {
      name: 'that AWS is asked too often',
      mishap: { type: 'TooManyRequestsException', message: 'Rate exceeded' },
      kind: 'throttled',
      message:
        'AWS Organizations is asked too often at the moment, by all who use this organization: try again in a minute.',
    },
    {
      name: 'that the connection broke',
      mishap: 'hang up',
      kind: 'network',
      message: 'AWS cannot be reached (ECONNRESET): check the network connection and try again.',
    },
    {
      name: 'that AWS has a fault',
      mishap: { type: 'ServiceException', message: "AWS Organizations can't complete your request.", status: 500 },
      kind: 'other',
      message: 'AWS answered organizations:ListRoots with ServiceException: try again later.',
    },
    {
      name: 'that somebody else answers',
      mishap: { body: '<html><body>Sign in to the guest network</body></html>', status: 200 },
      kind: 'other',
      message:
        'What answered organizations:ListRoots is not AWS: check the network, a proxy, and the endpoint in the AWS configuration.',
    },
    {
      name: 'that a proxy refuses',
      mishap: { body: '<html><body>Forbidden</body></html>', status: 407 },
      kind: 'other',
      message:
        'What answered organizations:ListRoots is not AWS: check the network, a proxy, and the endpoint in the AWS configuration.',
    },
  ];
  for (const { name, mishap, kind, message } of cases)
    it(`tells ${name}`, async () => {
      await aws.serve({ mishap: ({ operation }) => (operation === 'ListRoots' ? mishap : undefined) });
      const failure = await failureOf((await openOrganizations({ profile: 'security' })).loadFirst());
      assert.deepEqual({ kind: failure.kind, message: failure.message }, { kind, message });
    });

  it('tells that nobody answers at the endpoint', async () => {
    const server = await aws.serve();
    await server.close();
    const failure = await failureOf((await openOrganizations({ profile: 'security' })).loadFirst());
    assert.equal(failure.kind, 'network');
    assert.equal(failure.message, 'AWS cannot be reached (ECONNREFUSED): check the network connection and try again.');
  });

  it('tells that there are no credentials', async () => {
    await aws.serve();
    aws.set({ AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined });
    const failure = await failureOf((await openOrganizations({})).loadFirst());
    assert.equal(failure.kind, 'no-credentials');
    assert.equal(
      failure.message,
      'There are no AWS credentials: run "aws configure" or "aws configure sso", or choose a profile.',
    );
  });

  it('does not take other credentials than those of the profile that was chosen', async () => {
    const { calls } = await aws.serve();
    const failure = await failureOf((await openOrganizations({ profile: 'nobody' })).loadFirst());
    assert.equal(failure.kind, 'no-credentials');
    assert.equal(
      failure.message,
      'No credentials come from profile "nobody": check it in the AWS configuration files, or choose another.',
    );
    assert.deepEqual(calls, []);
  });

  for (const [name, config] of [
    [
      'a session',
      '[profile work]\nsso_session = my\nsso_account_id = 111122223333\nsso_role_name = reader\n[sso-session my]\nsso_region = eu-west-1\nsso_start_url = https://example.com/start\n',
    ],
    [
      'a start URL',
      '[profile work]\nsso_account_id = 111122223333\nsso_role_name = reader\nsso_region = eu-west-1\nsso_start_url = https://example.com/start\n',
    ],
  ] as const)
    it(`names the command for a single sign-on with ${name} that has expired`, async () => {
      await aws.serve();
      aws.write({ config });
      const failure = await failureOf((await openOrganizations({ profile: 'work' })).loadFirst());
      assert.equal(failure.kind, 'expired');
      assert.equal(
        failure.message,
        'The credentials of profile "work" have expired: run "aws sso login --profile work" and try again.',
      );
      assert.equal(failure.command, 'aws sso login --profile work');
    });

  it('tells that nobody was asked for an MFA code', async () => {
    await aws.serve();
    aws.write({
      config:
        '[profile base]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n[profile mfa]\nrole_arn = arn:aws:iam::111122223333:role/reader\nsource_profile = base\nmfa_serial = arn:aws:iam::111122223333:mfa/me\n',
    });
    const failure = await failureOf((await openOrganizations({ profile: 'mfa' })).loadFirst());
    assert.equal(failure.kind, 'no-credentials');
    assert.equal(
      failure.message,
      'Signing in with profile "mfa" takes an MFA code, which was not given: choose another profile.',
    );
  });

  it('is tried again when it may pass', async () => {
    aws.set({ AWS_MAX_ATTEMPTS: '3' });
    const { calls } = await aws.serve({
      mishap: ({ operation }, earlier) =>
        operation === 'ListRoots' && !earlier.some((each) => each.operation === 'ListRoots') ? 'hang up' : undefined,
    });
    await (await openOrganizations({})).loadFirst();
    assert.equal(calls.filter(({ operation }) => operation === 'ListRoots').length, 2);
  });

  it('is told at once when the person cancels, whatever hangs', async () => {
    const server = await aws.serve({ mishap: () => 'hang' });
    const stop = new AbortController();
    const source = await openOrganizations({ signal: stop.signal });
    const works = [source.describe(), source.loadUnits('r-ab12'), source.findPath('ou-ab12-security')];
    const failures = Promise.all(works.map(failureOf));
    await server.received(3);
    stop.abort();
    for (const { kind } of await failures) assert.equal(kind, 'cancelled');
    assert.equal((await failureOf(source.loadAccounts('r-ab12'))).kind, 'cancelled');
  });
});
