/** `npm run build`: dist/ (what is packaged, with source maps) and out/test/ (the tests). `--watch` keeps at it. */
import { buildProduct, watchProduct } from './build/product.ts';
import { buildEditorSuite, buildTests, findTestSources } from './build/tests.ts';
import { runMain } from './process/failure.ts';
import { say, step } from './process/progress.ts';

await runMain(async () => {
  await step('Building dist/', () => buildProduct('development'));
  await step('Building out/test/', async () => {
    await Promise.all([buildTests(findTestSources()), buildEditorSuite()]);
  });
  if (!process.argv.includes('--watch')) return;
  await watchProduct();
  say('Watching the sources; Ctrl-C ends it');
});
