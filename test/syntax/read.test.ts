import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Span, shift } from '../../server/src/base/span.ts';
import { formatOf } from '../../server/src/syntax/format.ts';
import type { Format, FragmentTree, SyntaxFile } from '../../server/src/syntax/fragment.ts';
import { parseJson } from '../../server/src/syntax/json.ts';
import type { SyntaxProblem } from '../../server/src/syntax/node.ts';
import { readFile } from '../../server/src/syntax/read.ts';
import { splitJson } from '../../server/src/syntax/split-json.ts';
import { splitYaml } from '../../server/src/syntax/split-yaml.ts';
import { isTemplateRoot, sectionTrees } from '../../server/src/syntax/template-trees.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';
import { complaints, outline } from './outline.ts';
import { jsonTemplates, yamlTemplates } from './templates.ts';

/** The paths of a file's fragments, one list for each document, with the text of those that have their own. */
function paths(file: SyntaxFile): string[][] {
  return file.documents.map((document) => document.fragments.map((each) => each.tree.path.join('/')));
}

function fragment(file: SyntaxFile, ...path: string[]) {
  const all = file.documents.flatMap((document) => document.fragments);
  const found = all.find((each) => each.tree.path.join('/') === path.join('/'));
  assert.ok(found, path.join('/'));
  return found;
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && Object.keys(value).length === 2;
}

/** The same value with every span counted from the file's start. */
function moved<Value>(value: Value, by: number): unknown {
  if (Array.isArray(value)) return value.map((each) => moved(each, by));
  if (typeof value !== 'object' || value === null) return value;
  if (isSpan(value)) return shift(value, by);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each, by)]));
}

interface Reading {
  readonly trees: unknown;
  readonly problems: unknown;
}

function reading(trees: readonly { readonly start: number; readonly tree: FragmentTree }[]): Reading {
  return {
    trees: trees.map(({ start, tree: { path, key, root } }) => moved({ path, key, root }, start)),
    problems: trees.flatMap(({ start, tree }) => moved(tree.problems, start)),
  };
}

/** What the fragments of a file say. */
function byFragments(text: string, format: Format): Reading {
  return reading(readFile(text, format).documents.flatMap((document) => document.fragments));
}

/** What one parse of each whole document says. */
function byDocuments(text: string, format: Format): Reading {
  const documents = format === 'yaml' ? splitYaml(text) : [splitJson(text)];
  return reading(
    documents.flatMap((slices) => {
      const start = slices[0]?.start ?? 0;
      const whole = text.slice(start, slices.at(-1)?.end);
      const { root, problems } =
        format === 'yaml' ? parseYaml(whole) : parseJson(whole, { comments: format === 'jsonc' });
      const isTemplate = root?.type === 'object' && isTemplateRoot(root);
      const trees: readonly FragmentTree[] = isTemplate
        ? sectionTrees(root.properties, problems)
        : [{ path: [], root, problems }];
      return trees.map((tree) => ({ start, tree }));
    }),
  );
}

const inserted = ['', 'x', '"', '\n', '  ', ':', '{', '}', '- ', '\n  New:\n'];

function allProblems(file: SyntaxFile): SyntaxProblem[] {
  return file.documents.flatMap((document) => document.fragments.flatMap((each) => [...each.tree.problems]));
}

describe('fragments', () => {
  for (const [format, templates] of [
    ['yaml', yamlTemplates],
    ['json', jsonTemplates],
    ['jsonc', jsonTemplates],
  ] as const) {
    for (const [name, text] of Object.entries(templates)) {
      it(`of ${format} say what the whole document says: ${name}`, () => {
        assert.deepEqual(byFragments(text, format), byDocuments(text, format));
      });

      it(`of ${format} with CRLF say what the whole document says: ${name}`, () => {
        const crlf = text.replaceAll(/\r?\n/g, '\r\n');
        assert.deepEqual(byFragments(crlf, format), byDocuments(crlf, format));
      });
    }
  }

  it('say what the whole document says, however a template is put together', () => {
    const value = fc.constantFrom(
      ...[
        ' 1',
        ' a: b',
        ' "x',
        " 'it''s'",
        ' [a, b',
        ' {a: b}',
        ' !Sub x',
        ' !GetAtt',
        ' |\n      x\n       y',
        ' >-\n      z',
        '',
      ],
      ...[
        '\n      - a\n      -b',
        '\n      Effe\n      b: c',
        '\n    - a',
        ' # why',
        ' "a\n      b"',
        ' &a x',
        ' *',
        '\n      # c',
      ],
    );
    const property = fc
      .tuple(fc.constantFrom('Type', 'Ref', 'Action', '"q"'), value)
      .map(([key, text]) => `    ${key}:${text}`);
    const resource = fc
      .tuple(fc.constantFrom('A', 'B', "'C'", 'Fn::Transform'), fc.array(property, { minLength: 1, maxLength: 3 }))
      .map(([id, properties]) => [`  ${id}:`, ...properties].join('\n'));
    const between = fc.constantFrom('\n', '\n\n', '\n# c\n', '\n  # c\n', '\n    # c\n\n');
    const joined = (parts: fc.Arbitrary<string>) =>
      fc.array(fc.tuple(parts, between), { minLength: 1, maxLength: 4 }).map((all) => all.flat().join(''));
    const section = fc.oneof(
      joined(resource).map((text) => `Resources:\n${text}`),
      fc.constantFrom('Outputs: {}\n', 'Parameters:\n  P: {Type: String}\n', 'Descr\n', 'Rules:\n- a\n'),
    );
    fc.assert(
      fc.property(joined(section), (text) => {
        assert.deepEqual(byFragments(text, 'yaml'), byDocuments(text, 'yaml'), JSON.stringify(text));
      }),
      // Of broken texts the two ways may differ in what they save, so the cases are the same ones each time.
      { numRuns: 150, seed: 20121017 },
    );
  });

  it('cover the file without a gap', () => {
    for (const [format, templates] of [
      ['yaml', yamlTemplates],
      ['json', jsonTemplates],
    ] as const) {
      for (const text of Object.values(templates)) {
        const slices = format === 'yaml' ? splitYaml(text).flat() : splitJson(text);
        assert.equal(slices.map((slice) => text.slice(slice.start, slice.end)).join(''), text);
      }
    }
  });
});

describe('reading a file', () => {
  it('gives each section and each resource of a YAML template', () => {
    const text = yamlTemplates['comments and blank lines everywhere'] ?? '';
    const file = readFile(text, 'yaml');
    assert.deepEqual(paths(file), [['AWSTemplateFormatVersion', 'Resources', 'Resources/A', 'Resources/B', 'Outputs']]);
    const b = fragment(file, 'Resources', 'B');
    assert.equal(b.text, '  # about B\n  B:\n    Type: y\n\n');
    assert.equal(b.start, text.indexOf('  # about B'));
    assert.equal(outline(b.tree.key), 'B@14-15');
    assert.equal(outline(b.tree.root), '{Type@21-25: y@27-28}@21-28');
    const resources = fragment(file, 'Resources');
    assert.equal(resources.tree.root, undefined);
    assert.equal(resources.tree.key?.value, 'Resources');
  });

  it('gives each section and each resource of a JSON template', () => {
    const text = jsonTemplates['all in one line'] ?? '';
    const file = readFile(text, 'json');
    assert.deepEqual(paths(file), [['Resources', 'Resources/A', 'Resources/B', 'Outputs']]);
    const a = fragment(file, 'Resources', 'A');
    assert.equal(a.text, '"A":{"Type":"x"},');
    assert.equal(outline(a.tree.root), '{"Type"="Type"@5-11: "x"="x"@12-15}@4-16');
    assert.equal(fragment(file, 'Resources', 'B').text, '"B":{"Type":"y"}},');
  });

  it('gives one fragment for what is no template', () => {
    const policies = [
      'Statement:\n  - Effect: Allow\n',
      'Version: x\nResources: "*"\n',
      '- Resources:\n    a: 1\n',
      'Resources:\n- a\n',
      '',
    ];
    for (const text of policies) {
      assert.deepEqual(paths(readFile(text, 'yaml')), [['']], text);
    }
    for (const text of ['{"Statement": []}', '{"Resources": "*"}', '[{"Resources": {}}]', '', '{"Resources": [']) {
      assert.deepEqual(paths(readFile(text, 'json')), [['']], text);
    }
  });

  it('gives the views of one parse where the text cannot be cut', () => {
    const text = yamlTemplates['anchors that cross'] ?? '';
    const file = readFile(text, 'yaml');
    assert.deepEqual(paths(file), [['Mappings', 'Resources', 'Resources/A', 'Resources/B']]);
    for (const each of file.documents[0]?.fragments ?? []) {
      assert.equal(each.start, 0);
      assert.equal(each.text, text);
    }
    const b = fragment(file, 'Resources', 'B').tree.root;
    assert.ok(b?.type === 'object');
    assert.deepEqual(
      b.properties.map((each) => each.key.value),
      ['Tags', 'a'],
    );
  });

  it('gives the resources of a JSON template whose brackets do not pair up', () => {
    const file = readFile('{"Resources": {"A": {"x": [1}, "B": {"y": 2}}, "Outputs": {}}', 'json');
    assert.deepEqual(paths(file), [['Resources', 'Resources/A', 'Resources/B', 'Outputs']]);
    const { text, tree } = fragment(file, 'Resources', 'A');
    assert.deepEqual(complaints(text, tree.problems), ['[: This bracket is not closed.']);
    assert.deepEqual(fragment(file, 'Resources', 'B').tree.problems, []);
  });

  it('gives the documents of a YAML file one by one', () => {
    const file = readFile('# a\n---\nx: 1\n---\n# b\ny: 2\n...\n%YAML 1.2\n---\nz: "\n---\n"\n', 'yaml');
    assert.deepEqual(
      file.documents.map((document) => document.fragments.map((each) => each.text)),
      [['# a\n---\nx: 1\n'], ['---\n# b\ny: 2\n...\n'], ['%YAML 1.2\n---\nz: "\n'], ['---\n"\n']],
    );
    assert.equal(fragment(file).start, 0);
  });

  it('keeps a half-typed resource to itself', () => {
    const text = 'Resources:\n  A:\n    Type: "x\n  Buck\n  B:\n    Effe\n    Type: y\n';
    const file = readFile(text, 'yaml');
    assert.deepEqual(paths(file), [['Resources', 'Resources/A', 'Resources/Buck', 'Resources/B']]);
    assert.equal(outline(fragment(file, 'Resources', 'Buck').tree.root), 'null@6-6');
    assert.equal(
      outline(fragment(file, 'Resources', 'B').tree.root),
      '{Effe@9-13: null@13-13, Type@18-22: y@24-25}@9-25',
    );
    assert.deepEqual(
      file.documents[0]?.fragments.map((each) => complaints(each.text, each.tree.problems)),
      [
        [],
        ['"x: The closing quote is missing.'],
        ['Buck: A colon and a value are missing behind this name.'],
        ['Effe: A colon and a value are missing behind this name.'],
      ],
    );
  });

  it('keeps the trees of what has not changed', () => {
    for (const [format, templates] of [
      ['yaml', yamlTemplates],
      ['json', jsonTemplates],
    ] as const) {
      for (const text of Object.values(templates)) {
        const before = readFile(text, format);
        const after = readFile(text, format, before);
        assert.deepEqual(after, before);
        const trees = before.documents.flatMap((document) => document.fragments.map((each) => each.tree));
        after.documents
          .flatMap((document) => document.fragments)
          .forEach((each, at) => {
            assert.equal(each.tree, trees[at]);
          });
      }
    }
  });

  it('reads only the resource that was edited', () => {
    const text = yamlTemplates.plain ?? '';
    const before = readFile(text, 'yaml');
    const edited = text.replace('Effect: Allow', 'Effect: Deny').replace('Description: A', 'Description: The');
    const after = readFile(edited, 'yaml', before);
    const kept = after.documents[0]?.fragments.map(
      (each, at) => each.tree === before.documents[0]?.fragments[at]?.tree,
    );
    assert.deepEqual(kept, [true, false, true, true, false, true, true]);
    assert.deepEqual(after, readFile(edited, 'yaml'));
  });

  it('keeps the trees of resources that changed places', () => {
    const before = readFile('Resources:\n  A:\n    x: 1\n  B:\n    y: 2\n  C:\n    z: 3\n', 'yaml');
    const after = readFile('Resources:\n  C:\n    z: 3\n  A:\n    x: 1\n  B:\n    y: 2\n', 'yaml', before);
    for (const id of ['A', 'B', 'C']) {
      assert.equal(fragment(after, 'Resources', id).tree, fragment(before, 'Resources', id).tree);
    }
    assert.equal(fragment(after, 'Resources', 'C').start, 11);
  });

  it('does not take a resource for a section, nor one format for another', () => {
    const section = readFile('A:\n  x: 1\nResources:\n  B: 1\n', 'yaml');
    const resource = readFile('Resources:\n  B: 1\n  A:\n    x: 1\n', 'yaml', section);
    assert.deepEqual(resource, readFile('Resources:\n  B: 1\n  A:\n    x: 1\n', 'yaml'));
    const commented = '{"Resources": {"A": {}, /* b */ "C": {}}}';
    const loose = readFile(commented, 'jsonc');
    assert.deepEqual(allProblems(loose), []);
    assert.equal(allProblems(readFile(commented, 'json', loose)).length, 1);
  });

  it('equals a fresh reading after any edit', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(5),
      insert: fc.constantFrom(...inserted),
    });
    for (const [format, text] of [
      ['yaml', yamlTemplates.plain ?? ''],
      ['yaml', yamlTemplates['comments and blank lines everywhere'] ?? ''],
      ['json', jsonTemplates.plain ?? ''],
    ] as const) {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
          let current = text;
          let file = readFile(current, format);
          for (const { at, remove, insert } of edits) {
            const offset = at % (current.length + 1);
            current = current.slice(0, offset) + insert + current.slice(offset + remove);
            file = readFile(current, format, file);
          }
          assert.deepEqual(file, readFile(current, format));
        }),
        { numRuns: 30 },
      );
    }
  });

  it('equals a fresh reading after any edit among resources', () => {
    const lines = [
      ...['x', '#', '  # c\n', '# c\n', '    # c\n', '---\n', '...\n', '&a ', '*a', '\t', '\r\n', '|', '- '],
      ...inserted,
    ];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(3),
      insert: fc.constantFrom(
        ...lines,
        '"N": {},',
        '"N": {},\n',
        '// c\n',
        '/* c */',
        '\nOutputs:\n',
        'Fn::Transform: 1',
      ),
    });
    for (const [format, text] of [
      [
        'yaml',
        '# top\nResources:\n  A:\n    x: |\n      t\n  # of B\n  B:\n    y: 1\n\n  C:\n    - 1\n  D: {a: *q}\n# end\nOutputs: {}\n',
      ],
      ['yaml', 'Resources:\r\n    A: &x\r\n      p: 1\r\n    B:\r\n      q: 1\r\n    C:\r\n      r: 2'],
      ['json', '{"P": {},\n "Resources": {"A": {"x": 1}, "B": {"y": [1]},\n  "C": {},\n  "D": 1\n}, "O": {}}'],
      [
        'jsonc',
        '{\n  "Resources": {\n    "A": {}, // c\n    "B": {\n      "y": "a"\n    },\n    /* d */\n    "C": {}\n  }\n}\n',
      ],
    ] as const) {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
          let current = text;
          let file = readFile(current, format);
          for (const { at, remove, insert } of edits) {
            const offset = Math.floor(at * current.length);
            current = current.slice(0, offset) + insert + current.slice(offset + remove);
            file = readFile(current, format, file);
          }
          assert.deepEqual(file, readFile(current, format));
        }),
        { numRuns: 100 },
      );
    }
  });
});

describe('the format of a file', () => {
  it('follows the ending of the path', () => {
    assert.equal(formatOf('a/policy.json'), 'json');
    assert.equal(formatOf('a/policy.JSON'), 'json');
    assert.equal(formatOf('policy.jsonc'), 'jsonc');
    assert.equal(formatOf('template.yaml'), 'yaml');
    assert.equal(formatOf('template.yml'), 'yaml');
    assert.equal(formatOf('policy.json5'), undefined);
    assert.equal(formatOf('README'), undefined);
  });

  it('follows the text of a .template', () => {
    assert.equal(formatOf('a.template', undefined, '\uFEFF \n{"Resources": {}}'), 'json');
    assert.equal(formatOf('a.template', undefined, 'Resources:\n'), 'yaml');
  });

  it('follows the editor where the path says nothing, and where it says JSON with comments', () => {
    assert.equal(formatOf('Untitled-1', 'yaml'), 'yaml');
    assert.equal(formatOf('Untitled-1', 'cloudformation-json'), 'json');
    assert.equal(formatOf('Untitled-1', 'plaintext'), undefined);
    assert.equal(formatOf('settings.json', 'jsonc'), 'jsonc');
  });
});
