/** `node test/aws/support/serve.ts [--port N]`: AWS Organizations and STS on 127.0.0.1 with an example organization. */
import { parseArgs } from 'node:util';
import { exampleOrganization } from './organizations.ts';
import { startOrganizationsServer } from './organizations-server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const { url } = await startOrganizationsServer({ organization: exampleOrganization, port: Number(values.port) });
console.log(url);
