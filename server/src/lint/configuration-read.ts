import { closestName } from '../catalog/closest-name.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import { parseJson } from '../syntax/json.ts';
import { child, type Node, type SyntaxProblem } from '../syntax/node.ts';
import type { Configuration } from './configuration.ts';
import type { ConfigurationProblem, Known } from './configuration-shape.ts';
import { configurationShape } from './configuration-shapes.ts';

/** A configuration file, read. Spans count in its text. */
export interface ReadConfiguration {
  /** All that can be used of it. */
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
  readonly syntaxProblems: readonly SyntaxProblem[];
}

/** Reads a configuration, JSON with comments. Never throws; an empty text is an empty configuration. */
export function readConfiguration(text: string, known: Known): ReadConfiguration {
  const { root, problems: syntaxProblems } = parseJson(text, { comments: true });
  if (root === undefined)
    return { configuration: {}, problems: [], syntaxProblems: text.trim() === '' ? [] : syntaxProblems };
  const problems: ConfigurationProblem[] = [];
  const target: EditTarget = { text, format: 'jsonc' };
  const configuration =
    configurationShape.read(root, { known, target, report: (problem) => problems.push(problem) }) ?? {};
  problems.push(...checkAccountNames(root, configuration, target));
  return { configuration, problems: withoutMalformed(problems, syntaxProblems), syntaxProblems };
}

/** An account that is given by name must have one in `accounts`. */
function checkAccountNames(root: Node, { accounts = {} }: Configuration, target: EditTarget): ConfigurationProblem[] {
  const nodes = ['deployments', 'roles'].flatMap((key) => {
    const list = child(root, key);
    return list?.type === 'array' ? list.items.flatMap((item) => child(item, 'account') ?? []) : [];
  });
  return nodes.flatMap((node): ConfigurationProblem[] => {
    if (node.type !== 'string' || /^\d{12}$/.test(node.value) || Object.hasOwn(accounts, node.value)) return [];
    if (node.value.trim() === '') return [];
    const meant = closestName(node.value, Object.keys(accounts));
    const hint =
      meant === undefined ? 'Give it an id there, or write the id of 12 digits here.' : `Did you mean \`${meant}\`?`;
    const changes = () => (meant === undefined ? undefined : replaceValue(target, node, meant));
    return [
      {
        span: node.span,
        message: `\`accounts\` has no \`${node.value}\`. ${hint}`,
        fixes:
          meant === undefined
            ? []
            : [{ title: `Change it to ${meant}`, applicability: 'suggestion', preferred: true, changes }],
      },
    ];
  });
}

/** What the parser stumbled over is said once. */
function withoutMalformed(
  problems: readonly ConfigurationProblem[],
  syntaxProblems: readonly SyntaxProblem[],
): readonly ConfigurationProblem[] {
  const isMalformed = ({ span }: ConfigurationProblem) =>
    syntaxProblems.some((each) => each.span.start <= span.end && span.start <= each.span.end);
  return syntaxProblems.length === 0 ? problems : problems.filter((problem) => !isMalformed(problem));
}
