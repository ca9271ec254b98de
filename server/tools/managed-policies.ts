/**
 * Bakes what AWS's managed policies may do:
 * node server/tools/managed-policies.ts <folder of documents, one <policy name>.json each> <date of the documents>
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePowerLetters } from '../src/catalog/power-letters.ts';
import { type PolicyDocument, powersOfDocument } from './managed-policy-document.ts';

const OUTPUT = join(import.meta.dirname, '../src/catalog/generated/managed-policy-powers.json');
const SOURCE = 'AWS managed policies as collected by iann0036/iam-dataset; the powers are read from their documents';

/**
 * The two policies of the widest use, which a collection may leave out.
 * Source: AWS Managed Policy Reference Guide; PowerUserAccess v12 (2026-02-12).
 */
const STATED: Readonly<Record<string, PolicyDocument>> = {
  AdministratorAccess: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  PowerUserAccess: {
    Statement: [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      {
        Effect: 'Allow',
        Action: [
          'account:GetAccountInformation',
          'account:GetGovCloudAccountInformation',
          'account:GetPrimaryEmail',
          'account:ListRegions',
          'iam:CreateServiceLinkedRole',
          'iam:DeleteServiceLinkedRole',
          'iam:ListRoles',
          'organizations:DescribeEffectivePolicy',
          'organizations:DescribeOrganization',
        ],
        Resource: '*',
      },
    ],
  },
};

const [folder, date] = process.argv.slice(2);
if (folder === undefined || date === undefined) {
  console.error('usage: node server/tools/managed-policies.ts <folder> <date>');
  process.exit(2);
}
writeFileSync(OUTPUT, formatTable({ ...STATED, ...readDocuments(folder) }, date));

function readDocuments(from: string): Readonly<Record<string, PolicyDocument>> {
  const files = readdirSync(from).filter((file) => file.endsWith('.json'));
  const documents = files.map((file): [string, PolicyDocument] => [
    file.slice(0, -'.json'.length),
    JSON.parse(readFileSync(join(from, file), 'utf8')),
  ]);
  return Object.fromEntries(documents);
}

/** One name on a line, so that an update can be read as a difference. */
function formatTable(documents: Readonly<Record<string, PolicyDocument>>, from: string): string {
  const groups: Record<string, string[]> = {};
  for (const name of Object.keys(documents).sort()) {
    const document = documents[name];
    if (document === undefined) continue;
    const letters = writePowerLetters(powersOfDocument(document));
    groups[letters] = [...(groups[letters] ?? []), name];
  }
  const lines = Object.keys(groups)
    .sort()
    .map((letters) => `"${letters}": [\n${(groups[letters] ?? []).map((name) => `"${name}"`).join(',\n')}\n]`);
  return `{\n"source": ${JSON.stringify(SOURCE)},\n"date": "${from}",\n"policies": {\n${lines.join(',\n')}\n}\n}\n`;
}
