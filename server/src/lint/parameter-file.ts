import { parseJson } from '../syntax/json.ts';
import { type ArrayNode, child, type Node, type ObjectNode } from '../syntax/node.ts';
import { splitYaml } from '../syntax/split-yaml.ts';
import { parseYaml } from '../syntax/yaml.ts';

/** The value of a parameter in a file; undefined: the deployment gives it one that the file does not tell. */
export type FiledParameter = string | readonly string[] | undefined;

/** By parameter name; or what is wrong with the file, to follow its name. */
export type ParameterFileReading =
  | { readonly values: ReadonlyMap<string, FiledParameter>; readonly problem?: undefined }
  | { readonly values?: undefined; readonly problem: string };

/**
 * Reads the parameters of a deployment, JSON (comments are passed over) or YAML by the ending of the path:
 * - `[{ "ParameterKey": …, "ParameterValue": … }]`: AWS CLI, `create-stack --parameters file://…`
 * - the same under `Parameters`: `create-stack --cli-input-json`
 * - `["Name=value"]`: `aws cloudformation deploy --parameter-overrides file://…`
 * - `{ "Parameters": { "Name": "value" } }`: a template configuration file of CodePipeline
 * - `{ "Name": "value" }`
 *
 * Source: AWS CLI Command Reference, cloudformation create-stack and deploy; CloudFormation User Guide, CodePipeline
 * artifacts, "Template configuration file".
 */
export function readParameterFile(path: string, text: string): ParameterFileReading {
  const isYaml = /\.ya?ml$/i.test(path);
  const { root, problems } = isYaml ? parseYaml(text) : parseJson(text, { comments: true });
  if (problems.length > 0) return { problem: `is not ${isYaml ? 'YAML' : 'JSON'} that can be read` };
  if (isYaml && splitYaml(text).length > 1) return { problem: 'holds several YAML documents' };
  const entries = root && entriesOf(root);
  if (entries === undefined)
    return { problem: 'holds no parameters, neither as `{"Name": "value"}` nor in a form of the AWS CLI' };
  return { values: mapOf(entries) };
}

type Entry = readonly [name: string, value: FiledParameter];

function entriesOf(root: Node): readonly Entry[] | undefined {
  if (root.type === 'array') return entriesOfList(root);
  // A template has values of `Parameters` too: their declarations.
  if (root.type !== 'object' || child(root, 'Resources') !== undefined) return undefined;
  const parameters = child(root, 'Parameters');
  if (parameters?.type === 'array') return entriesOfList(parameters);
  if (parameters?.type === 'object') return entriesOfObject(parameters);
  // Anything may stand under names of one's own; what holds objects is no list of parameters.
  return root.properties.some(({ value }) => value.type === 'object') ? undefined : entriesOfObject(root);
}

function entriesOfObject({ properties }: ObjectNode): readonly Entry[] {
  return properties.map(({ key, value }) => [key.value, readValue(value)]);
}

/** Undefined where an item is of another form: nothing is taken from a list that is not understood. */
function entriesOfList({ items }: ArrayNode): readonly Entry[] | undefined {
  const entries = items.flatMap((item) => entryOf(item) ?? []);
  return entries.length === items.length ? entries : undefined;
}

/** In a list of its own: `flatMap` would take an entry apart. */
function entryOf(item: Node): readonly [Entry] | undefined {
  if (item.type === 'string') {
    const at = item.value.indexOf('=');
    return at < 1 ? undefined : [[item.value.slice(0, at), item.value.slice(at + 1)]];
  }
  const key = child(item, 'ParameterKey');
  if (key?.type !== 'string') return undefined;
  const previous = child(item, 'UsePreviousValue');
  const isKept = previous !== undefined && !(previous.type === 'boolean' && !previous.value);
  const value = child(item, 'ParameterValue');
  return [[key.value, isKept || value === undefined ? undefined : readValue(value)]];
}

/**
 * Tools write numbers and words without quotes in their own way; only of whole numbers is the text sure. An account id
 * that begins with a zero is not one: some take it for octal.
 */
function readValue(node: Node): FiledParameter {
  if (node.type === 'string') return node.value;
  if (node.type === 'number') return /^(?:0|[1-9]\d{0,14})$/.test(node.raw) ? node.raw : undefined;
  if (node.type !== 'array') return undefined;
  const items = node.items.flatMap((item) => (item.type === 'string' ? [item.value] : []));
  return items.length === node.items.length ? items : undefined;
}

/** Of a name that stands twice with two values, tools take one or the other. */
function mapOf(entries: readonly Entry[]): ReadonlyMap<string, FiledParameter> {
  const values = new Map<string, FiledParameter>();
  for (const [name, value] of entries) {
    const isSame = !values.has(name) || JSON.stringify(values.get(name)) === JSON.stringify(value);
    values.set(name, isSame ? value : undefined);
  }
  return values;
}
