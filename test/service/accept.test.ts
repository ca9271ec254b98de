import assert from 'node:assert/strict';
import { applyChanges } from '../../server/src/edit/change.ts';
import { acceptFindings } from '../../server/src/lint/baseline.ts';
import type { ConfiguredSuppression } from '../../server/src/lint/configuration.ts';
import { acceptedForm } from '../../server/src/service/accept.ts';
import { type Analysis, type AnalysisOptions, analyse } from '../../server/src/service/analysis.ts';

const any = 'assume-role-any-role';

function check(path: string, text: string, options: Partial<AnalysisOptions> = {}): Analysis {
  return analyse({ path, text, ...(path.endsWith('c') && { languageId: 'jsonc' }) }, { rules: {}, ...options });
}

/** `line rule` for each finding, from 1; what an unused suppression says instead of its name. */
function found(path: string, text: string, options: Partial<AnalysisOptions> = {}): readonly string[] {
  const { findings } = check(path, text, options);
  return findings.map(({ span, rule, message }) => {
    const line = text.slice(0, span.start).split('\n').length;
    const what = rule === 'unused-suppression' ? `<${text.slice(span.start, span.end)}> ${message}` : rule;
    return `${line} ${what}`;
  });
}

const policy = (resource = '      "Resource": "*"', above = '') => `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Hop",
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
${above}${resource}
    }
  ]
}
`;

const template = (comment = '', metadata = '') => `Resources:
  Role:
    Type: AWS::IAM::ManagedPolicy
${metadata}    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
${comment}            Resource: "*"
`;

describe('suppressions in comments', () => {
  it('hide the findings that begin on the next line', () => {
    assert.deepEqual(found('a.yaml', template()), [`10 ${any}`]);
    assert.deepEqual(found('a.yaml', template(`            # rolechain-ignore-next-line ${any} -- break-glass\n`)), []);
    assert.deepEqual(found('a.yaml', template(`            # rolechain-ignore-next-line ${any}\n`)), []);
    assert.deepEqual(found('a.jsonc', policy(undefined, `      // rolechain-ignore-next-line ${any} -- why\n`)), []);
    assert.deepEqual(found('a.jsonc', policy(undefined, `      /* rolechain-ignore-next-line ${any} -- why */\n`)), []);
    assert.deepEqual(
      found(
        'a.jsonc',
        policy(undefined, `      /*\n       * rolechain-ignore-next-line ${any}\n       * why\n       */\n`),
      ),
      [],
    );
  });

  it('reach over blank lines and other comments', () => {
    const comment = `# rolechain-ignore-next-line ${any}\n\n            # more\n`;
    assert.deepEqual(found('a.yaml', template(comment)), []);
    assert.deepEqual(
      found('a.yaml', template().replace('sts:AssumeRole', `sts:AssumeRole # rolechain-ignore-next-line ${any}`)),
      [],
    );
  });

  it('do not reach further', () => {
    const unused = `<${any}> No finding of \`${any}\` is suppressed by this. Remove it.`;
    const early = template().replace('          - Effect', `# rolechain-ignore-next-line ${any}\n          - Effect`);
    assert.deepEqual(found('a.yaml', early), [`8 ${unused}`, `11 ${any}`]);
    const late = `${template()}# rolechain-ignore-next-line ${any}\n`;
    assert.deepEqual(found('a.yaml', late), [`10 ${any}`, `11 ${unused}`]);
    const beside = policy(`      "Resource": "*" // rolechain-ignore-next-line ${any}`);
    assert.deepEqual(found('a.jsonc', beside), [`8 ${any}`, `8 ${unused}`]);
  });

  it('name several rules', () => {
    const text = template(`            # rolechain-ignore-next-line wrong-type, ${any}, nothing -- why\n`);
    assert.deepEqual(found('a.yaml', text), [
      '10 <wrong-type> No finding of `wrong-type` is suppressed by this. Remove it.',
      '10 <nothing> There is no rule `nothing`. Remove it, or name another one.',
    ]);
  });

  it('hide all findings of a file, in every document', () => {
    assert.deepEqual(found('a.yaml', `# rolechain-ignore-file ${any} wrong-type -- generated\n${template()}`), [
      '1 <wrong-type> No finding of `wrong-type` is suppressed by this. Remove it.',
    ]);
    assert.deepEqual(found('a.yaml', `${template()}---\n${template()}# rolechain-ignore-file ${any}\n`), []);
    assert.deepEqual(found('a.jsonc', `/* rolechain-ignore-file ${any} */ ${policy()}`), []);
  });

  it('are comments: not texts, not strict JSON, not words further in', () => {
    const texts = [
      template().replace('Type:', `Description: "# rolechain-ignore-file ${any}"\n    Type:`),
      template().replace('Resources:', `Description: |\n  Text\n  # rolechain-ignore-file ${any}\nResources:`),
      template().replace('Resources:', `Description: 'a\n  # rolechain-ignore-file ${any}'\nResources:`),
      template().replace('Resources:', `# see rolechain-ignore-file ${any}\nResources:`),
    ];
    for (const text of texts)
      assert.deepEqual(
        found('a.yaml', text).map((each) => each.split(' ')[1]),
        [any],
        text,
      );
    const inString = policy().replace('"Hop"', `"// rolechain-ignore-file ${any}"`);
    assert.deepEqual(found('a.jsonc', inString), ['5 invalid-sid', `8 ${any}`]);
    assert.ok(found('a.json', policy(undefined, `      // rolechain-ignore-next-line ${any}\n`)).includes(`9 ${any}`));
  });

  it('stand behind a block text that they are not part of', () => {
    const text = template().replace('Resources:', `Description: |\n  Text\n# rolechain-ignore-file ${any}\nResources:`);
    assert.deepEqual(found('a.yaml', text), []);
  });

  it('are found where a template cannot be cut into resources', () => {
    const text = `# rolechain-ignore-file ${any}\nResources: { Role: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument:\n  { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "sts:AssumeRole", Resource: "*" }] } } } }\n`;
    assert.deepEqual(found('a.yaml', text), []);
    assert.deepEqual(found('a.yaml', text.replace(/^.*\n/, '')), [`2 ${any}`]);
  });

  it('that are misspelt say so', () => {
    assert.deepEqual(found('a.yaml', template(`            # rolechain-ignore ${any}\n`)), [
      '10 <rolechain-ignore> Write `rolechain-ignore-next-line` or `rolechain-ignore-file`.',
      `11 ${any}`,
    ]);
    assert.deepEqual(found('a.yaml', template('            # rolechain-ignore-next-line -- why\n')), [
      '10 <rolechain-ignore-next-line> This names no rule, so it suppresses nothing. Name the rule behind it.',
      `11 ${any}`,
    ]);
    assert.deepEqual(found('a.yaml', template('            # rolechain-ignore-next-line assume-role-any-rol\n')), [
      '10 <assume-role-any-rol> There is no rule `assume-role-any-rol`. Did you mean `assume-role-any-role`?',
      `11 ${any}`,
    ]);
  });
});

describe('suppressions in Metadata', () => {
  const metadata = (entry = `{ Rule: ${any}, Reason: why }`, indent = '    ') =>
    `${indent}Metadata:\n${indent}  RoleChain:\n${indent}    Ignore:\n${indent}      - ${entry}\n`;

  it('of a resource hide its findings', () => {
    assert.deepEqual(found('a.yaml', template('', metadata())), []);
    const two = `${template('', metadata())}${template().replace('Resources:\n', '').replace('Role:', 'Other:')}`;
    assert.deepEqual(found('a.yaml', two), [`23 ${any}`]);
  });

  it('of the template hide those of its document', () => {
    assert.deepEqual(found('a.yaml', `${metadata(undefined, '')}${template()}`), []);
    assert.deepEqual(found('a.yaml', `${metadata(undefined, '')}${template()}---\n${template()}`), [`25 ${any}`]);
  });

  it('work in strict JSON and where a template cannot be cut', () => {
    const json = {
      Metadata: { RoleChain: { Ignore: [{ Rule: any, Reason: 'why' }] } },
      Resources: { Role: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: JSON.parse(policy()) } } },
    };
    for (const indent of [0, 2]) {
      assert.deepEqual(found('a.json', JSON.stringify(json, null, indent)), []);
      assert.deepEqual(found('a.yaml', JSON.stringify(json, null, indent)), []);
    }
  });

  it('that hide nothing say so', () => {
    const text = template(
      '',
      metadata('{ Rule: wrong-type }') +
        `        - Reason: why\n        - Rule: ${any}\n`.replaceAll('        -', '          -'),
    );
    assert.deepEqual(found('a.yaml', text), [
      '7 <wrong-type> No finding of `wrong-type` is suppressed by this. Remove it.',
      '8 <Reason: why> This names no rule, so it suppresses nothing. Write `Rule` with the name of the rule.',
    ]);
  });
});

describe('suppressions in the configuration', () => {
  const suppression = (more: Partial<ConfiguredSuppression> = {}): ConfiguredSuppression => ({
    file: 'a.json',
    rule: any,
    span: { start: 0, end: 0 },
    ...more,
  });
  const rest = (path: string, text: string, more?: Partial<ConfiguredSuppression>) => {
    const suppressions = [suppression(more)];
    const { findings, usedSuppressions } = check(path, text, { suppressions });
    assert.equal(usedSuppressions.length, findings.length === 0 ? 1 : 0);
    return findings.map(({ rule }) => rule);
  };

  it('hide by rule, statement and resource', () => {
    assert.deepEqual(rest('a.json', policy()), []);
    assert.deepEqual(rest('a.json', policy(), { rule: 'wrong-type' }), [any]);
    assert.deepEqual(rest('a.json', policy(), { sid: 'Hop' }), []);
    assert.deepEqual(rest('a.json', policy(), { sid: 'Other' }), [any]);
    assert.deepEqual(rest('a.yaml', template(), { sid: 'Hop' }), [any]);
    assert.deepEqual(rest('a.yaml', template(), { logicalId: 'Role' }), []);
    assert.deepEqual(rest('a.yaml', template(), { logicalId: 'Other' }), [any]);
  });

  it('alone hide unused-suppression', () => {
    const text = template(`            # rolechain-ignore-next-line wrong-type, unused-suppression, ${any}\n`);
    assert.equal(found('a.yaml', text).length, 2);
    assert.deepEqual(rest('a.yaml', text, { rule: 'unused-suppression' }), []);
  });
});

describe('unused suppressions', () => {
  const text = template(`            # rolechain-ignore-next-line ${any}, wrong-type\n`);

  it('are said with the severity that is set, or not at all', () => {
    const severities = (rules: AnalysisOptions['rules']) =>
      check('a.yaml', text, { rules }).findings.map((each) => each.severity);
    assert.deepEqual(severities({}), ['warning']);
    assert.deepEqual(severities({ 'unused-suppression': 'hint' }), ['hint']);
    assert.deepEqual(severities({ 'unused-suppression': 'off' }), []);
  });

  it('are silent for a rule that is off, or that the editor stands in for, or while the text is malformed', () => {
    assert.deepEqual(found('a.yaml', text, { rules: { 'wrong-type': 'off' } }), []);
    const syntax = text.replace('wrong-type', 'duplicate-key');
    assert.equal(found('a.yaml', syntax).length, 1);
    assert.deepEqual(found('a.yaml', syntax, { editorReportsSyntax: true }), []);
    assert.deepEqual(found('a.yaml', `${text}  Half: "\n`, { editorReportsSyntax: true }), []);
  });

  const removals: readonly (readonly [text: string, removed: string, title?: string])[] = [
    [text, text.replace(', wrong-type', '')],
    [`${template('            # rolechain-ignore-next-line wrong-type -- why\n')} `, `${template()} `],
    [`# rolechain-ignore-file wrong-type\n${template()}`, template()],
    [`# rolechain-ignore-file wrong-type, ${any}\n${template()}`, `# rolechain-ignore-file ${any}\n${template()}`],
    [`Resources: # rolechain-ignore-file wrong-type\n${template().slice(11)}`, template()],
    [
      template(
        '',
        '    Metadata:\n      RoleChain:\n        Ignore:\n          - Rule: wrong-type\n            Reason: why\n',
      ),
      template(),
    ],
    [
      template('', '    Metadata:\n      Other: 1\n      RoleChain: { Ignore: [{ Rule: wrong-type }] }\n'),
      template('', '    Metadata:\n      Other: 1\n'),
    ],
    [
      template('', `    Metadata: { RoleChain: { Ignore: [{ Rule: wrong-type }, { Rule: ${any} }] } }\n`),
      template('', `    Metadata: { RoleChain: { Ignore: [{ Rule: ${any} }] } }\n`),
    ],
  ];
  for (const [before, after] of removals)
    it(`are taken away: ${before
      .split('\n')
      .find((line) => /ignore|Ignore/.test(line))
      ?.trim()}`, () => {
      const unused = check('a.yaml', before).findings.find(({ rule }) => rule === 'unused-suppression');
      const changes = unused?.fixes[0]?.changes();
      assert.ok(changes !== undefined);
      assert.equal(applyChanges(before, changes), after);
    });

  it('get the name that was meant', () => {
    const misspelt = template(`            # rolechain-ignore-next-line assume-role-any-rol -- why\n`);
    const [unused] = check('a.yaml', misspelt).findings;
    assert.deepEqual(
      unused?.fixes.map(({ title }) => title),
      ['Change it to assume-role-any-role', 'Remove the suppression'],
    );
    const after = applyChanges(misspelt, unused?.fixes[0]?.changes() ?? []);
    assert.deepEqual(found('a.yaml', after), []);
  });
});

describe('findings of a baseline', () => {
  const acceptAll = (path: string, text: string) =>
    acceptFindings(
      path,
      check(path, text).findings.map((finding) => acceptedForm(finding, text)),
    );

  it('are accepted wherever their lines are now', () => {
    const accepted = acceptAll('a.yaml', template());
    const moved = `Description: moved\n\n${template().replaceAll('  ', '    ').replace('- ', '-   ')}`;
    assert.deepEqual(found('a.yaml', moved, { accepted }), []);
  });

  it('do not hide new ones', () => {
    const accepted = acceptAll('a.json', policy());
    const wider = policy('      "Resource": ["arn:aws:iam::*:role/*", "*"]');
    assert.deepEqual(found('a.json', policy().replace('Hop', 'Other'), { accepted }), [`8 ${any}`]);
    assert.deepEqual(found('a.json', wider, { accepted }).filter((each) => each.includes(any)).length, 1);
    const other = template().replace('Role:', 'Other:');
    assert.deepEqual(found('a.yaml', other, { accepted: acceptAll('a.yaml', template()) }), [`10 ${any}`]);
  });

  it('need no suppression', () => {
    const accepted = acceptAll('a.json', policy());
    const suppressed = policy(undefined, `      // rolechain-ignore-next-line ${any}\n`);
    assert.deepEqual(found('a.jsonc', suppressed, { accepted }), []);
  });
});

describe('suppressions while typing', () => {
  it('give the same as from the start', () => {
    const texts = [
      template(),
      template(`            # rolechain-ignore-next-line ${any}\n`),
      template().replace('"*"', 'x'),
    ];
    let previous: Analysis | undefined;
    for (const text of [...texts, ...texts.toReversed()]) {
      const next: Analysis = analyse({ path: 'a.yaml', text }, { rules: {} }, previous);
      assert.deepEqual(
        next.findings.map(({ message, span }) => [message, span]),
        check('a.yaml', text).findings.map(({ message, span }) => [message, span]),
      );
      previous = next;
    }
  });
});
