import { relatedPropertiesOf } from '../catalog/related-properties.ts';
import type { FragmentModel, NestedModel } from '../lint/model.ts';
import { alternatives } from '../policy/alternatives.ts';
import { locateInResource } from '../policy/locate-resource.ts';
import { readPolicy } from '../policy/policy.ts';
import { walk } from '../policy/walk.ts';
import { resourceNameOf } from '../role/resource-name.ts';
import { type ResourceSummary, summarize } from '../role/summary.ts';
import { viewTemplate } from '../role/template-view.ts';
import { parseEmbeddedTemplate } from '../syntax/embedded.ts';
import { child, type Node, type StringNode, stringValue } from '../syntax/node.ts';

/**
 * The resources of a template that a resource holds as a string (`TemplateBody` of a stack set). A string in an
 * `Fn::Sub` is left alone: what it says is known only once its variables are replaced.
 */
export function nestedModels(body: Node, around: Pick<FragmentModel, 'text' | 'format'>): readonly NestedModel[] {
  const properties = child(body, 'Properties');
  if (properties === undefined) return [];
  return relatedPropertiesOf(stringValue(child(body, 'Type')) ?? '')
    .filter(({ holds }) => holds === 'template')
    .flatMap(({ path }) => walk(properties, path))
    .flatMap(alternatives)
    .flatMap((node) => (node.type === 'string' ? modelsOf(node, around) : []));
}

function modelsOf(host: StringNode, around: Pick<FragmentModel, 'text' | 'format'>): readonly NestedModel[] {
  const { format, root, problems } = parseEmbeddedTemplate(host);
  const resources = child(root, 'Resources');
  if (resources?.type !== 'object') return [];
  const models = resources.properties.map(({ key, value }) => {
    const policies = locateInResource(key.value, value).map(readPolicy);
    return { key, value, policies, summary: summarize(key.value, value, policies) };
  });
  const parameters = child(root, 'Parameters');
  const view = viewTemplate(
    models.flatMap(({ summary }): ResourceSummary[] => (summary ? [summary] : [])),
    parameters?.type === 'object' ? parameters.properties.map((each) => each.key.value) : [],
    models.flatMap(({ key, value }) => resourceNameOf(key.value, value) ?? []),
  );
  return models.map(({ key, value, policies, summary }, index) => ({
    ...around,
    tree: { path: ['Resources', key.value], key, root: value, problems: index === 0 ? problems : [] },
    inTemplate: true,
    policies,
    summary,
    nested: [],
    embedding: { host, isSub: false, format, isTemplate: true },
    // Whoever deploys the resource acknowledges nothing for it: that is the resource's matter.
    view: { ...view, firstNamed: undefined },
  }));
}
