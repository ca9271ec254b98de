import type { FragmentTree } from '../../syntax/fragment.ts';
import { child, stringValue } from '../../syntax/node.ts';
import type { Scene } from './refactoring.ts';

/** What a scene says of the template around it, read when it is first asked for. */
export function templateNames(trees: () => readonly FragmentTree[]): Pick<Scene, 'parameters' | 'resourceIds'> {
  const known: { parameters?: Parameters; ids?: ReadonlySet<string> } = {};
  return {
    parameters() {
      known.parameters ??= readParameters(trees());
      return known.parameters;
    },
    resourceIds() {
      known.ids ??= new Set(trees().flatMap(({ path: [section, id] }) => (section === 'Resources' && id ? id : [])));
      return known.ids;
    },
  };
}

type Parameters = ReturnType<Scene['parameters']>;

function readParameters(trees: readonly FragmentTree[]): Parameters {
  const root = trees.find(({ path }) => path.length === 1 && path[0] === 'Parameters')?.root;
  if (root?.type !== 'object') return new Map();
  return new Map(
    root.properties.map(({ key, value }) => {
      const written = child(value, 'Default');
      const defaultText = written?.type === 'number' ? written.raw : stringValue(written);
      return [key.value, { type: stringValue(child(value, 'Type')) ?? '', defaultText }];
    }),
  );
}
