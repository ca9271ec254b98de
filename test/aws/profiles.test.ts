import assert from 'node:assert/strict';
import path from 'node:path';
import { createClients } from '../../server/src/aws/clients.ts';
import { listProfiles, openOrganizations } from '../../server/src/aws/index.ts';
import { useAws } from './support/environment.ts';
import { exampleOrganization } from './support/organizations.ts';

const keys = 'aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n';

describe('AWS profiles', () => {
  const aws = useAws();

  it('come from both files, `default` first', async () => {
    aws.write({
      config: `[profile work]\nregion = eu-west-1\n[default]\nregion = us-east-1\n[sso-session my]\nsso_region = eu-west-1\n[services local]\nsts =\n  endpoint_url = http://127.0.0.1:1\n[profile Audit]\nregion = us-east-1\n`,
      credentials: `[backup]\n${keys}[work]\n${keys}`,
    });
    assert.deepEqual(await listProfiles(), ['default', 'Audit', 'backup', 'work']);
  });

  it('are none without files', async () => {
    assert.deepEqual(await listProfiles(), []);
  });

  it('come from where the environment says, and as the files are now', async () => {
    aws.write({ 'other/config': '[profile one]\nregion = us-east-1\n', 'other/credentials': `[two]\n${keys}` });
    const folder = path.join(process.env.HOME ?? '', '.aws', 'other');
    aws.set({
      AWS_CONFIG_FILE: path.join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'credentials'),
    });
    assert.deepEqual(await listProfiles(), ['one', 'two']);
    aws.write({ 'other/credentials': `[three]\n${keys}` });
    assert.deepEqual(await listProfiles(), ['one', 'three']);
  });

  it("sign with their own credentials, not the environment's", async () => {
    aws.write({ credentials: `[work]\n${keys}` });
    const { organizations } = await createClients({ profile: 'work' });
    assert.equal((await organizations.config.credentials()).accessKeyId, 'AKIAEXAMPLE');
    const byDefault = await createClients({});
    assert.equal((await byDefault.organizations.config.credentials()).accessKeyId, 'AKIAEXAMPLEEXAMPLE12');
  });

  const partitions = [
    { region: 'eu-central-1', url: 'https://organizations.us-east-1.amazonaws.com/', signing: 'us-east-1' },
    { region: 'cn-north-1', url: 'https://organizations.cn-northwest-1.amazonaws.com.cn/', signing: 'cn-northwest-1' },
    { region: 'us-gov-east-1', url: 'https://organizations.us-gov-west-1.amazonaws.com/', signing: 'us-gov-west-1' },
    { region: 'us-iso-west-1', url: 'https://organizations.us-iso-east-1.c2s.ic.gov/', signing: 'us-iso-east-1' },
    { region: 'us-isob-east-1', url: 'https://organizations.us-isob-east-1.sc2s.sgov.gov/', signing: 'us-isob-east-1' },
    {
      region: 'us-isof-east-1',
      url: 'https://organizations.us-isof-south-1.csp.hci.ic.gov/',
      signing: 'us-isof-south-1',
    },
  ];
  for (const { region, url, signing } of partitions)
    it(`in ${region} asks ${url}`, async () => {
      aws.set({ AWS_REGION: 'us-west-2' });
      aws.write({ config: `[profile work]\nregion = ${region}\n${keys}` });
      const { organizations } = await createClients({ profile: 'work' });
      assert.equal(await organizations.config.region(), region);
      const endpoint = organizations.config.endpointProvider({ Region: region, UseDualStack: false, UseFIPS: false });
      assert.equal(endpoint.url.href, url);
      assert.equal(endpoint.properties?.authSchemes?.[0]?.signingRegion, signing);
    });

  const regions = [
    { name: 'of the environment for the default chain', env: { AWS_REGION: 'cn-north-1' }, region: 'cn-north-1' },
    { name: 'that the AWS command line goes by', env: { AWS_DEFAULT_REGION: 'cn-north-1' }, region: 'cn-north-1' },
    { name: 'of the profile that the environment names', env: { AWS_PROFILE: 'gov' }, region: 'us-gov-east-1' },
    { name: 'of the default profile', env: {}, region: 'eu-north-1' },
    {
      name: 'of the profile that was chosen',
      profile: 'gov',
      env: { AWS_REGION: 'cn-north-1' },
      region: 'us-gov-east-1',
    },
    { name: 'of the single sign-on where the profile has none', profile: 'sso', env: {}, region: 'us-gov-west-1' },
    { name: 'of the usual partition without any', profile: 'bare', env: {}, region: 'us-east-1' },
  ];
  for (const { name, profile, env, region } of regions)
    it(`takes the region ${name}`, async () => {
      aws.set(env);
      aws.write({
        config: `[default]\nregion = eu-north-1\n[profile gov]\nregion = us-gov-east-1\n[profile sso]\nsso_session = my\n[sso-session my]\nsso_region = us-gov-west-1\n[profile bare]\n${keys}`,
      });
      const { organizations } = await createClients(profile === undefined ? {} : { profile });
      assert.equal(await organizations.config.region(), region);
    });

  it('knows the partition by what AWS answers', async () => {
    await aws.serve({ organization: { ...exampleOrganization, partition: 'aws-cn' } });
    assert.equal((await (await openOrganizations({})).loadFirst()).partition, 'aws-cn');
  });

  it('go to one endpoint for all services, if the environment names it', async () => {
    const { url, calls } = await aws.serve();
    aws.set({ AWS_ENDPOINT_URL_ORGANIZATIONS: undefined, AWS_ENDPOINT_URL_STS: undefined, AWS_ENDPOINT_URL: url });
    await (await openOrganizations({})).describe();
    assert.deepEqual(calls.map(({ operation }) => operation).sort(), ['DescribeOrganization', 'GetCallerIdentity']);
  });

  const endpoints = (url: string) => [
    `[profile work]\nendpoint_url = ${url}\nregion = us-east-1\n${keys}`,
    `[profile work]\nservices = local\nregion = us-east-1\n${keys}[services local]\norganizations =\n  endpoint_url = ${url}\nsts =\n  endpoint_url = ${url}\n`,
  ];
  for (const [index, way] of ['for all services', 'service by service'].entries())
    it(`go to the endpoint that the profile names ${way}`, async () => {
      const { url, calls } = await aws.serve();
      aws.set({ AWS_ENDPOINT_URL_ORGANIZATIONS: undefined, AWS_ENDPOINT_URL_STS: undefined });
      aws.write({ config: `${endpoints(url)[index]}[default]\nendpoint_url = http://127.0.0.1:1\n` });
      await (await openOrganizations({ profile: 'work' })).describe();
      assert.deepEqual(calls.map(({ signedFor }) => signedFor).sort(), ['us-east-1/organizations', 'us-east-1/sts']);
    });

  it('ask once for an MFA code, which serves all calls', async () => {
    const { calls } = await aws.serve();
    const device = 'arn:aws:iam::222233334444:mfa/me';
    aws.write({
      config: `[profile base]\n${keys}[profile mfa]\nrole_arn = arn:aws:iam::222233334444:role/reader\nsource_profile = base\nmfa_serial = ${device}\n`,
    });
    const asked: string[] = [];
    const source = await openOrganizations({
      profile: 'mfa',
      askMfaCode: async (which) => {
        asked.push(which);
        return '123456';
      },
    });
    const [, { callerAccount }] = await Promise.all([source.loadFirst(), source.describe()]);
    assert.deepEqual(asked, [device]);
    assert.equal(callerAccount, '222233334444');
    const assumed = calls.filter(({ operation }) => operation === 'AssumeRole');
    assert.deepEqual(
      assumed.map(({ input }) => [input.SerialNumber, input.TokenCode]),
      [[device, '123456']],
    );
  });
});
