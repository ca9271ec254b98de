import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { configurationName } from '../../server/src/lint/configuration.ts';
import { isPolicyKind } from '../../server/src/policy/kind.ts';
import { rules } from '../../server/src/rules/index.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { namesOfRules } from '../../server/tools/other-linters/names-of-rules.ts';
import { otherNamesHeading } from '../../server/tools/other-names-section.ts';
import { exampleKnown } from '../organization/example-organization.ts';
import { checkWorkspaceTexts } from '../support/checked-workspace.ts';
import { iamData } from '../support/iam-data.ts';

const sections = [
  '## What it finds',
  '## Why it matters',
  '## Wrong',
  '## Right',
  '## How to fix',
  '## When to turn it off',
  '## Rests on',
];

describe('the pages of the rules', () => {
  for (const rule of rules) {
    const page = readPage(rule.id);

    it(`${rule.id} says what there is to say`, () => {
      assert.ok(page.startsWith(`# ${rule.id}\n`), 'the title is the id');
      assert.match(page, new RegExp(`^\\*\\*Severity:\\*\\* ${rule.severity}\\b`, 'm'));
      assert.match(page, /^\*\*Severity:\*\* .{20,}\.$/m, 'the severity with its reason');
      for (const severity of rule.lesser ?? []) assert.match(page, new RegExp(`Severity:.*\\b${severity}\\b`));
      assert.deepEqual(page.match(/^## .*$/gm), sectionsOf(rule.id));
      assert.match(page.slice(page.indexOf('## Rests on')), /\]\(https:\/\/docs\.aws\.amazon\.com\//);
    });

    it(`${rule.id} has wrong and right examples in JSON and YAML`, () => {
      const expected = ['json', 'yaml'].flatMap((language) => [`wrong ${language}`, `right ${language}`]);
      const present = examplesIn(page).map(
        ({ language, finds }) => `${finds.length > 0 ? 'wrong' : 'right'} ${language}`,
      );
      if (rule.check.scope === 'configuration') {
        assert.deepEqual(present, ['wrong jsonc', 'right jsonc']);
        return;
      }
      const impossible = onlyIn[rule.id] === 'yaml' ? 'wrong json' : undefined;
      for (const each of expected) if (each !== impossible) assert.ok(present.includes(each), each);
    });

    for (const [index, example] of examplesIn(page).entries())
      it(`${rule.id}, example ${index + 1}: ${example.finds.join(', ') || 'clean'}`, () => {
        if (example.finds.length > 0) assert.ok(example.finds.includes(rule.id));
        const found = rule.check.scope === 'workspace' ? rulesFindingInWorkspace(page, example) : rulesFinding(example);
        assert.deepEqual(
          found.filter((id) => id === rule.id || id !== ofDeployment),
          example.finds,
        );
      });
  }
});

/** Right templates have it too, since it says what their deployment wants: only its own page shows it. */
const ofDeployment = 'named-iam-resource';

/** What other linters call it comes before the sources, where one of them finds it. */
function sectionsOf(id: string): readonly string[] {
  const isShared = Object.keys(namesOfRules[id] ?? {}).length > 0;
  return isShared ? [...sections.slice(0, -1), otherNamesHeading, ...sections.slice(-1)] : sections;
}

/** Mistakes that the other language cannot write: a number with a leading zero is no JSON. */
const onlyIn: Readonly<Record<string, 'yaml'>> = { 'unquoted-account-id': 'yaml' };

/** Empty where there is none, which fails the tests of the rule alone. */
function readPage(id: string): string {
  const file = `docs/rules/${id}.md`;
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
}

interface Example {
  readonly language: string;
  readonly text: string;
  readonly finds: readonly string[];
  readonly kind: string | undefined;
  /** The example organization is known. */
  readonly inOrganization: boolean;
}

/**
 * The fenced examples, each behind its mark: `<!-- finds: rule-id, rule-id kind: trust -->` or `<!-- clean -->`. JSON is
 * a policy of the kind, YAML a template, JSON with comments a configuration. Rules of the workspace have templates in
 * both, and `<!-- configuration -->` before the configuration that holds for all examples of the page. `organization: example` at the end: the example organization is known.
 */
function examplesIn(page: string): readonly Example[] {
  const fences = page.matchAll(/(?:^<!-- (.*) -->\n)?^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...fences].flatMap(([, mark, language = '', text = '']): Example[] => {
    if (!['json', 'jsonc', 'yaml'].includes(language)) return [];
    if (mark === 'configuration') return [];
    const read = /^(?:clean|finds: ([a-z-]+(?:, [a-z-]+)*))(?: kind: (\w+))?( organization: example)?$/.exec(
      mark ?? '',
    );
    assert.ok(read, `no mark that can be read before:\n${text}`);
    return [
      { language, text, finds: read[1]?.split(', ') ?? [], kind: read[2], inOrganization: read[3] !== undefined },
    ];
  });
}

function rulesFinding({ language, text, kind = '', inOrganization }: Example): readonly string[] {
  const options = {
    rules: {},
    iamData,
    ...(isPolicyKind(kind) && { kind }),
    ...(inOrganization && { organizations: exampleKnown }),
  };
  const path = language === 'jsonc' ? configurationName : `example.${language}`;
  const analysis = analyse({ path, text }, options);
  assert.ok(analysis.recognised, 'neither a policy nor a template');
  return [...new Set(analysis.findings.map(({ rule }) => rule))].sort();
}

/** The example is all there is in the workspace, beside the configuration that the page shows. */
function rulesFindingInWorkspace(page: string, { language, text }: Example): readonly string[] {
  const configuration = /^<!-- configuration -->\n```jsonc\n([\s\S]*?)^```$/m.exec(page)?.[1];
  const path = `example.${language}`;
  const files = new Map([[path, text]]);
  if (configuration !== undefined) files.set(configurationName, configuration);
  const analysis = checkWorkspaceTexts(files).get(path);
  assert.ok(analysis?.recognised, 'neither a policy nor a template');
  return [...new Set(analysis.findings.map(({ rule }) => rule))].sort();
}
