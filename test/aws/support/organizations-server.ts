import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account, Organization, Unit } from '../../../server/src/organization/organization.ts';
import { findUnit, walk } from '../../../server/src/organization/organization.ts';

/** One request as it came in. */
export interface Call {
  /** `ListRoots`, `GetCallerIdentity`. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Region and service that the request is signed for, `us-east-1/organizations`; empty: it is not signed. */
  readonly signedFor: string;
  /** As `now` of the options has it. */
  readonly time: number;
}

/** What to do with a call instead of answering it: an error of AWS, no answer ever, or an end of the connection. */
export type Mishap =
  | { readonly type: string; readonly message?: string; readonly status?: number }
  | { readonly body: string; readonly status: number }
  | 'hang'
  | 'hang up';

export interface ServerOptions {
  /** Completely loaded. */
  readonly organization: Organization;
  /** The account that the credentials belong to; the management account unless it is given. */
  readonly callerAccount?: string;
  /** On 127.0.0.1; 0, and without it: any that is free. */
  readonly port?: number;
  /** Before and behind each page there is an empty one. */
  readonly emptyPages?: boolean;
  /** `DescribeOrganizationalUnit` says the path: of the unit, or as far as its parent. */
  readonly describesPath?: 'own' | 'parent';
  /** `State` of an account is left out, as it was at first. */
  readonly accountsHaveStatusOnly?: boolean;
  readonly mishap?: (call: Call, earlier: readonly Call[]) => Mishap | undefined;
  readonly now?: () => number;
}

export interface OrganizationsServer {
  /** For AWS_ENDPOINT_URL_ORGANIZATIONS and AWS_ENDPOINT_URL_STS. */
  readonly url: string;
  /** All calls so far, in their order. */
  readonly calls: readonly Call[];
  /** Settles as soon as so many calls have come in. */
  readonly received: (count: number) => Promise<void>;
  /** Ends all connections too. */
  readonly close: () => Promise<void>;
}

/**
 * AWS Organizations and STS on 127.0.0.1, as far as an organization is read: AWS JSON 1.1 for the one, the query protocol
 * for the other, told apart by the header `X-Amz-Target`.
 */
export async function startOrganizationsServer(options: ServerOptions): Promise<OrganizationsServer> {
  const { now = Date.now, mishap = () => undefined } = options;
  const calls: Call[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const call = await readCall(request, now());
    const earlier = [...calls];
    calls.push(call);
    for (const { count, resolve } of waiting) if (calls.length >= count) resolve();
    const trouble = call.signedFor === '' ? { type: 'MissingAuthenticationTokenException' } : mishap(call, earlier);
    if (trouble === 'hang') return;
    if (trouble === 'hang up') request.socket.destroy();
    else if (trouble !== undefined && 'body' in trouble) send(response, trouble.status, 'text/html', trouble.body);
    else if (call.operation === 'GetCallerIdentity' || call.operation === 'AssumeRole')
      sendSts(response, trouble ?? answerSts(call, options));
    else sendJson(response, trouble ?? answer(call, options));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    received: (count) =>
      new Promise((resolve) => (calls.length >= count ? resolve() : waiting.push({ count, resolve }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function callerOf({ callerAccount, organization }: ServerOptions): string {
  return callerAccount ?? organization.managementAccount ?? '111122223333';
}

async function readCall(request: IncomingMessage, time: number): Promise<Call> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces).toString();
  const target = request.headers['x-amz-target'];
  const scope = /Credential=[^/]+\/\d{8}\/([^/]+\/[^/]+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1];
  const common = { signedFor: scope ?? '', time };
  if (typeof target === 'string') {
    const operation = /^AWSOrganizationsV20161128\.(\w+)$/.exec(target)?.[1] ?? target;
    return { operation, input: JSON.parse(body), ...common };
  }
  const input = Object.fromEntries(new URLSearchParams(body));
  return { operation: input.Action ?? '', input, ...common };
}

type AwsError = { readonly type: string; readonly message?: string; readonly status?: number };

/** What AWS answers, or its error. */
function answer(call: Call, options: ServerOptions): Readonly<Record<string, unknown>> | AwsError {
  const { organization } = options;
  switch (call.operation) {
    case 'DescribeOrganization':
      return { Organization: describeOrganization(organization) };
    case 'ListRoots':
      return page('Roots', [describeRoot(organization)], call, options);
    case 'ListOrganizationalUnitsForParent':
      return children(call, options, 'OrganizationalUnits', ({ units = [] }) =>
        units.map((unit) => describeUnit(organization, unit)),
      );
    case 'ListAccountsForParent':
      return children(call, options, 'Accounts', ({ accounts = [] }) =>
        accounts.map((account) => describeAccount(account, options)),
      );
    case 'DescribeOrganizationalUnit':
      return describeOne(call, options);
    case 'ListParents':
      return listParents(call, options);
    default:
      return { type: 'UnknownOperationException' };
  }
}

function children(
  call: Call,
  options: ServerOptions,
  name: string,
  list: (unit: Unit) => readonly unknown[],
): Readonly<Record<string, unknown>> | AwsError {
  const id = call.input.ParentId;
  if (typeof id !== 'string' || !/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/.test(id))
    return { type: 'InvalidInputException', message: 'You specified an invalid value.' };
  const place = findUnit(options.organization, id);
  if (place === undefined)
    return { type: 'ParentNotFoundException', message: "You specified parent that doesn't exist." };
  return page(name, list(place.unit), call, options);
}

/** A token is the index of a page. */
function page(
  name: string,
  all: readonly unknown[],
  { input }: Call,
  { emptyPages }: ServerOptions,
): Readonly<Record<string, unknown>> | AwsError {
  const { MaxResults = 20, NextToken = '0' } = input;
  if (typeof MaxResults !== 'number' || MaxResults < 1 || MaxResults > 20)
    return { type: 'InvalidInputException', message: 'You specified an invalid value.' };
  const full = Array.from({ length: Math.max(1, Math.ceil(all.length / MaxResults)) }, (_, index) =>
    all.slice(index * MaxResults, (index + 1) * MaxResults),
  );
  const pages = emptyPages ? [[], ...full.flatMap((each) => [each, []])] : full;
  const index = Number(NextToken);
  const here = pages[index];
  if (here === undefined) return { type: 'InvalidInputException', message: 'You specified an invalid value.' };
  return { [name]: here, ...(index + 1 < pages.length && { NextToken: String(index + 1) }) };
}

function describeOne({ input }: Call, { organization, describesPath }: ServerOptions) {
  const place = findUnit(organization, String(input.OrganizationalUnitId));
  if (place === undefined || place.above.length === 0) return { type: 'OrganizationalUnitNotFoundException' };
  const ids = [...place.above, ...(describesPath === 'own' ? [place.unit] : [])].map(({ id }) => id);
  const path = describesPath && `${[organization.id, ...ids].join('/')}/`;
  return { OrganizationalUnit: { ...describeUnit(organization, place.unit), ...(path && { Path: path }) } };
}

function listParents(call: Call, options: ServerOptions) {
  const id = String(call.input.ChildId);
  const place = findUnit(options.organization, id);
  const holder = [...walk(options.organization)].find(({ unit }) =>
    unit.accounts?.some((account) => account.id === id),
  );
  const parent = place === undefined ? holder?.unit : place.above.at(-1);
  if (parent === undefined) return { type: 'ChildNotFoundException' };
  const Type = parent.id.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT';
  return page('Parents', [{ Id: parent.id, Type }], call, options);
}

function arnOf({ id, partition, managementAccount }: Organization, kind: string, ...ids: readonly string[]): string {
  return `arn:${partition}:organizations::${managementAccount}:${[kind, id, ...ids].join('/')}`;
}

function describeOrganization(organization: Organization) {
  const management = organization.managementAccount ?? '';
  return {
    Id: organization.id,
    Arn: arnOf(organization, 'organization'),
    FeatureSet: 'ALL',
    MasterAccountArn: arnOf(organization, 'account', management),
    MasterAccountId: management,
    MasterAccountEmail: 'management@example.com',
    AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
  };
}

function describeRoot(organization: Organization) {
  const { id, name } = organization.root;
  const PolicyTypes = [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }];
  return { Id: id, Arn: arnOf(organization, 'root', id), Name: name, PolicyTypes };
}

function describeUnit(organization: Organization, { id, name }: Unit) {
  return { Id: id, Arn: arnOf(organization, 'ou', id), Name: name };
}

function describeAccount({ id, name, status = 'ACTIVE' }: Account, options: ServerOptions) {
  return {
    Id: id,
    Arn: arnOf(options.organization, 'account', id),
    Email: `${id}@example.com`,
    Name: name,
    Status: status === 'CLOSED' ? 'SUSPENDED' : status,
    ...(!options.accountsHaveStatusOnly && { State: status }),
    JoinedMethod: 'CREATED',
    JoinedTimestamp: 1_731_493_426.353,
  };
}

function sendJson(response: ServerResponse, reply: Readonly<Record<string, unknown>> | AwsError): void {
  const type = 'application/x-amz-json-1.1';
  if (isError(reply)) {
    const { type: __type, message: Message = 'Told by the server of the tests.', status = 400 } = reply;
    send(response, status, type, JSON.stringify({ __type, Message }));
  } else send(response, 200, type, JSON.stringify(reply));
}

function isError(reply: Readonly<Record<string, unknown>> | AwsError): reply is AwsError {
  return typeof reply.type === 'string';
}

/** The result in XML. */
function answerSts({ operation, input }: Call, options: ServerOptions): string {
  const account = operation === 'AssumeRole' ? String(input.RoleArn).split(':')[4] : callerOf(options);
  const arn = `<Arn>arn:${options.organization.partition}:sts::${account}:assumed-role/reader/session</Arn>`;
  const result =
    operation === 'AssumeRole'
      ? `<AssumedRoleUser><AssumedRoleId>AROAEXAMPLEEXAMPLE123:session</AssumedRoleId>${arn}</AssumedRoleUser>` +
        '<Credentials><AccessKeyId>ASIAEXAMPLEEXAMPLE12</AccessKeyId><SecretAccessKey>another-secret</SecretAccessKey>' +
        '<SessionToken>token-of-the-tests</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>'
      : `${arn}<UserId>AROAEXAMPLEEXAMPLE123:session</UserId><Account>${account}</Account>`;
  const metadata = `<ResponseMetadata>${requestId}</ResponseMetadata>`;
  return `<${operation}Response ${stsNamespace}><${operation}Result>${result}</${operation}Result>${metadata}</${operation}Response>`;
}

const stsNamespace = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';
const requestId = '<RequestId>4b3b7d4e-7f0c-4f6b-9a9e-2f9d1d6c1a11</RequestId>';

function sendSts(response: ServerResponse, reply: string | AwsError): void {
  if (typeof reply === 'string') {
    send(response, 200, 'text/xml', reply);
    return;
  }
  const { type, message = '', status = 403 } = reply;
  const error = `<Error><Type>Sender</Type><Code>${type}</Code><Message>${message}</Message></Error>`;
  send(response, status, 'text/xml', `<ErrorResponse ${stsNamespace}>${error}${requestId}</ErrorResponse>`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': '0f1e2d3c-0000-4000-8000-000000000000' });
  response.end(body);
}
