import type { Span } from '../../../server/src/base/span.ts';
import type { PolicyKind } from '../../../server/src/policy/kind.ts';
import { anchorAt, spanOfAnchor } from './anchor.ts';
import { type Home, homes, templateAround } from './homes.ts';
import { readMarks } from './marks.ts';
import { readTemplate, writeTemplate } from './template-yaml.ts';

/** One way in which a policy may be written: the file it makes, and the way back from a file to the policy. */
export interface Rendering {
  readonly form: Form;
  readonly path: string;
  readonly text: string;
  /** In the order of the marks in the policy's text. */
  readonly marks: readonly Span[];
  /** The policy in a text of the same form, as a plain value; throws where the text cannot be read. */
  readonly policyIn: (text: string) => unknown;
}

/** `string` is a policy given as JSON text in a block scalar of a YAML template. */
export type Form = 'policy' | 'json' | 'yaml' | 'string';

/** All the ways in which a policy of the kind may be written; `marked` is its JSON text with marks. */
export function renderPolicy(marked: string, kind: PolicyKind): readonly Rendering[] {
  const { text, marks } = readMarks(marked);
  const standalone: Rendering = { form: 'policy', path: 'policy.json', text, marks, policyIn: JSON.parse };
  const home = homes[kind];
  if (home === undefined) return [standalone];
  const template = templateAround(home, JSON.parse(text));
  return [
    standalone,
    inTemplate('json', 'template.json', JSON.stringify(template, undefined, 2)),
    inTemplate('yaml', 'template.yaml', writeTemplate(template)),
    asString(marked, home),
  ];

  function inTemplate(form: Form, path: string, written: string): Rendering {
    const under = ['Resources', 'Example', 'Properties', home?.property ?? ''];
    return {
      form,
      path,
      text: written,
      marks: marks.map((mark) => spanOfAnchor(written, under, anchorAt(text, mark))),
      policyIn: (changed) => policyOf(readTemplate(changed), under),
    };
  }
}

function asString(marked: string, home: Home): Rendering {
  const around = writeTemplate(templateAround(home, '@'));
  const [before = '', after = ''] = around.split(/"@"/);
  const indent = ' '.repeat(8);
  const lines = marked.trim().split('\n');
  const { text, marks } = readMarks(`${before}|\n${lines.map((line) => indent + line).join('\n')}${after}`);
  const under = ['Resources', 'Example', 'Properties', home.property];
  const policyIn = (changed: string) => JSON.parse(String(policyOf(readTemplate(changed), under)));
  return { form: 'string', path: 'template.yaml', text, marks, policyIn };
}

function policyOf(template: unknown, under: readonly string[]): unknown {
  return under.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>>)[step], template);
}
