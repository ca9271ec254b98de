import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleOrganization } from '../../test/aws/support/organizations.ts';
import { startOrganizationsServer } from '../../test/aws/support/organizations-server.ts';
import type { Cleanup } from '../process/cleanup.ts';

/** Environment in which AWS is an example organization on this machine, with a profile `security` beside the default. */
export async function startAws(cleanup: Cleanup): Promise<Readonly<Record<string, string>>> {
  const server = await startOrganizationsServer({ organization: exampleOrganization });
  cleanup.add(() => server.close());
  const folder = cleanup.temporaryFolder('aws');
  const keys = { aws_access_key_id: 'AKIAEXAMPLEEXAMPLE12', aws_secret_access_key: 'secret-of-the-tests' };
  const files = {
    config: '[default]\nregion = eu-west-1\n\n[profile security]\nregion = eu-west-1\n',
    credentials: ['default', 'security'].map((profile) => section(profile, keys)).join('\n'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return {
    AWS_CONFIG_FILE: path.join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_ORGANIZATIONS: server.url,
    AWS_ENDPOINT_URL_STS: server.url,
  };
}

function section(name: string, values: Readonly<Record<string, string>>): string {
  return [`[${name}]`, ...Object.entries(values).map(([key, value]) => `${key} = ${value}`), ''].join('\n');
}
