/** `npm run generate`: writes anew what derives from the rules and the tables of the catalogue. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../src/lint/rule.ts';
import { generateConfigurationSchema } from './configuration-schema.ts';
import { loadRules } from './load-rules.ts';
import { updateManifest } from './manifest.ts';
import { generateOtherLintersPage } from './other-linters-page.ts';
import { generateOtherNames } from './other-names-section.ts';
import { generateRulesDocs } from './readme-rules.ts';
import { generateRoleChainSchema } from './role-chain-schema.ts';
import { generatePolicySchemas } from './schemas.ts';

/** Answers path -> new text, both for files of the checkout; `read` gives a file's present text. */
type Generator = (rules: readonly Rule[], read: (file: string) => string) => ReadonlyMap<string, string>;

const generators: readonly Generator[] = [
  (rules, read) => new Map([['package.json', updateManifest(read('package.json'), rules)]]),
  (rules, read) => generateRulesDocs(rules, read('README.md')),
  generateOtherNames,
  generateOtherLintersPage,
  (rules) => generateConfigurationSchema(rules),
  () => generatePolicySchemas(),
  () => generateRoleChainSchema(),
];

const inRoot = (file: string) => path.resolve(import.meta.dirname, '../..', file);
const rules = await loadRules();
for (const generate of generators) {
  for (const [file, text] of generate(rules, (each) => readFileSync(inRoot(each), 'utf8'))) {
    writeFileSync(inRoot(file), text);
  }
}
