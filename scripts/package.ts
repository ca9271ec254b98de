/** `npm run package`: builds for release and writes rolechain-<version>.vsix. */
import path from 'node:path';
import { packageExtension, sizeOf } from './package/vsix.ts';
import { runMain } from './process/failure.ts';
import { step } from './process/progress.ts';

await runMain(async () => {
  const vsix = await step('Packaging the extension', packageExtension);
  console.log(`${path.basename(vsix)} (${sizeOf(vsix)})`);
});
