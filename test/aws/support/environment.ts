import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exampleOrganization } from './organizations.ts';
import { type OrganizationsServer, type ServerOptions, startOrganizationsServer } from './organizations-server.ts';

/** What a test of the SDK has around it: nothing of this machine's AWS configuration, and servers that end with it. */
export interface AwsEnvironment {
  /** Starts a server and lets the environment lead to it. The organization is the example unless one is given. */
  readonly serve: (options?: Partial<ServerOptions>) => Promise<OrganizationsServer>;
  /** Environment variables until the test ends; undefined takes one away. */
  readonly set: (variables: Readonly<Record<string, string | undefined>>) => void;
  /** Writes files of the AWS configuration; paths relative to the folder `.aws` of a home that is empty otherwise. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** All environment variables that this environment has, for a process of its own. */
  readonly variables: () => Readonly<Record<string, string>>;
}

/** To be called in a `describe`. */
export function useAws(): AwsEnvironment {
  const before = new Map<string, string | undefined>();
  const servers: OrganizationsServer[] = [];
  const homes: string[] = [];
  const set = (variables: Readonly<Record<string, string | undefined>>) => {
    for (const [name, value] of Object.entries(variables)) {
      if (!before.has(name)) before.set(name, process.env[name]);
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  beforeEach(() => {
    const home = mkdtempSync(path.join(tmpdir(), 'rolechain-aws-'));
    homes.push(home);
    const inherited = Object.keys(process.env).filter((name) => /^AWS_|_proxy$/i.test(name));
    set(Object.fromEntries(inherited.map((name) => [name, undefined])));
    set({
      HOME: home,
      USERPROFILE: home,
      AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE12',
      AWS_SECRET_ACCESS_KEY: 'secret-of-the-tests',
      AWS_EC2_METADATA_DISABLED: 'true',
    });
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
    set(Object.fromEntries(before));
    before.clear();
    for (const home of homes.splice(0)) rmSync(home, { recursive: true });
  });
  return {
    serve: async (options) => {
      const server = await startOrganizationsServer({ organization: exampleOrganization, ...options });
      servers.push(server);
      set({ AWS_ENDPOINT_URL_ORGANIZATIONS: server.url, AWS_ENDPOINT_URL_STS: server.url });
      return server;
    },
    set,
    write: (files) => {
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(homes.at(-1) ?? '', '.aws', name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    },
    variables: () =>
      Object.fromEntries(
        [...before.keys()].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
      ),
  };
}
