import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { openIamDescriptions } from '../../../server/src/catalog/iam-descriptions.ts';
import { hoverWord, type Knowledge } from '../../../server/src/features/hover/hover-word.ts';
import { policyWordAt } from '../../../server/src/features/hover/policy-word.ts';
import { iamData } from '../../support/iam-data.ts';
import { exampleNames, pointIn } from '../pointed.ts';

const descriptions = openIamDescriptions(
  readFileSync('server/src/catalog/generated/iam-descriptions.bin'),
  brotliDecompressSync,
);

export const known: Knowledge = { data: iamData, descriptions: () => descriptions, names: exampleNames };

/** What is underlined, the title, the details, and the page to read on. */
export function tell(path: string, marked: string): readonly string[] | undefined {
  const { text, model, start, offset } = pointIn(path, marked);
  const word = policyWordAt(model, offset);
  const found = word && hoverWord(word, known);
  if (word === undefined || found === undefined) return undefined;
  const underlined = text.slice(start + word.span.start, start + word.span.end);
  return [underlined, found.title, ...found.details, ...(found.link ? [found.link.url] : [])];
}
