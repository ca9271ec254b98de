import { readBaked } from './iam-data.ts';
import type { Service } from './iam-service.ts';

/** What AWS says of actions and condition keys, in a sentence each. */
export interface IamDescriptions {
  /** Undefined where nothing is said. */
  readonly ofAction: (service: Service, name: string) => string | undefined;
  readonly ofKey: (service: Service, name: string) => string | undefined;
}

/** What is baked of one service: a text for each action and each key of its chunk, in the same order. */
interface DescriptionChunk {
  readonly a: readonly string[];
  readonly k: readonly string[];
}

/** Opens the bytes that `server/tools/iam-data.ts` has written beside the data; a service is read when it is asked for. */
export function openIamDescriptions(bytes: Uint8Array, decompress: (bytes: Uint8Array) => Uint8Array): IamDescriptions {
  const { chunkOf } = readBaked(bytes, decompress);
  const opened = new Map<string, DescriptionChunk | undefined>();
  const read = ({ prefix }: Service): DescriptionChunk | undefined => {
    if (!opened.has(prefix)) opened.set(prefix, chunkOf(prefix) as DescriptionChunk | undefined);
    return opened.get(prefix);
  };
  return {
    ofAction(service, name) {
      const index = [...service.actions.keys()].indexOf(name.toLowerCase());
      return sentence(index < 0 ? undefined : read(service)?.a[index]);
    },
    ofKey(service, name) {
      const wanted = name.toLowerCase();
      const index = service.conditionKeys.findIndex((each) => each.name.toLowerCase() === wanted);
      return sentence(index < 0 ? undefined : read(service)?.k[index]);
    },
  };
}

/** The words that all of them begin with are left out in the baked file, so that the rest begins small. */
function sentence(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
