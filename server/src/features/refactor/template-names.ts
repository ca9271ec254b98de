import type { Format, Fragment } from '../../syntax/fragment.ts';
import { child, stringValue } from '../../syntax/node.ts';
import { addParameter } from './add-parameter.ts';
import type { Scene } from './refactoring.ts';

/** What a scene says of the template around it, read when it is first asked for. */
export function templateNames(
  fragments: () => readonly Fragment[],
  format: Format,
): Pick<Scene, 'parameters' | 'addParameter' | 'resourceIds'> {
  const known: { parameters?: Parameters; ids?: ReadonlySet<string> } = {};
  return {
    parameters() {
      known.parameters ??= readParameters(fragments());
      return known.parameters;
    },
    addParameter: (name, body) => addParameter(fragments(), format, name, body),
    resourceIds() {
      const paths = () => fragments().map(({ tree: { path } }) => path);
      known.ids ??= new Set(paths().flatMap(([section, id]) => (section === 'Resources' && id ? id : [])));
      return known.ids;
    },
  };
}

type Parameters = ReturnType<Scene['parameters']>;

function readParameters(fragments: readonly Fragment[]): Parameters {
  const root = fragments.find(({ tree: { path } }) => path.length === 1 && path[0] === 'Parameters')?.tree.root;
  if (root?.type !== 'object') return new Map();
  return new Map(
    root.properties.map(({ key, value }) => {
      const written = child(value, 'Default');
      const defaultText = written?.type === 'number' ? written.raw : stringValue(written);
      return [key.value, { type: stringValue(child(value, 'Type')) ?? '', defaultText }];
    }),
  );
}
