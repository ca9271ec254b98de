import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Span } from '../../server/src/base/span.ts';
import type { Analysis } from '../../server/src/service/analysis.ts';
import { completeAt } from '../features/completion/support/accept.ts';
import { iamData } from '../support/iam-data.ts';
import { analysed } from './analysed.ts';

/** The long run is `npm run fuzz -- --texts`; see scripts/fuzz.ts. */
const long = process.env.ROLECHAIN_FUZZ_TEXTS !== undefined;
const seed = Number(process.env.ROLECHAIN_FUZZ_SEED ?? 20_251_122);

interface Source {
  readonly path: string;
  readonly text: string;
}

/** All fixtures and samples, each text once. */
const sources: readonly Source[] = [
  ...new Map(
    ['samples', 'test/fixtures']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => /\.(json|ya?ml|template)$/.test(file))
      .map((file): [string, Source] => {
        const text = readFileSync(file, 'utf8');
        return [text, { path: path.basename(file), text }];
      }),
  ).values(),
];

const options = { rules: {}, iamData } as const;

/** What a user sees of an analysis, without what fixes would write. */
function seen({ format, recognised, policies, findings }: Analysis): unknown {
  const shown = findings.map(({ rule, severity, message, span, related }) => [rule, severity, message, span, related]);
  return [format, recognised, policies(), shown];
}

/** What holds whatever is typed, after a text of which `before` is the analysis. */
function check({ path, text }: Source, before: Analysis): Analysis {
  const fresh = analysed({ path, text }, options);
  const within = ({ start, end }: Span) => 0 <= start && start <= end && end <= text.length;
  for (const { rule, span, related, fixes } of fresh.findings) {
    assert.ok(within(span), `${rule} is outside of the text`);
    for (const each of related) assert.ok(each.file !== undefined || within(each.span), `what ${rule} refers to`);
    for (const fix of fixes)
      for (const change of fix.changes() ?? []) assert.ok(within(change.span), `${rule}: ${fix.title}`);
  }
  assert.deepEqual(seen(analysed({ path, text }, options, before)), seen(fresh));
  return fresh;
}

/** No exception, and what is replaced holds the cursor. */
function complete(path: string, text: string, at: number): void {
  const { found, start } = completeAt(path, `${text.slice(0, at)}<|>${text.slice(at)}`);
  for (const { replace, insert } of found?.items ?? []) {
    assert.ok(start + replace.start <= at && at <= start + replace.end, 'the cursor is in what is replaced');
    assert.ok(replace.start <= insert.start && insert.end <= replace.end, 'what is inserted is in what is replaced');
  }
}

const isMarked = ({ text }: Source) => /<\||\|>/.test(text);

describe('half-typed text', function () {
  this.timeout(long ? 24 * 3_600_000 : 120_000);

  it('is analysed and completed wherever a person stops typing, or deletes a character', () => {
    const place = fc.record({ source: fc.constantFrom(...sources), at: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(place, fc.boolean(), ({ source, at }, isPrefix) => {
        const { path, text } = source;
        const offset = Math.floor(at * text.length);
        const behind = isPrefix ? '' : text.slice(offset + 1);
        const typed = text.slice(0, offset) + behind;
        check({ path, text: typed }, analysed({ path, text: isPrefix ? typed.slice(0, -1) : text }, options));
        if (!isMarked(source)) complete(path, typed, offset);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  if (long)
    it('is analysed at every prefix of every fixture and sample, and without each of its characters', () => {
      let texts = 0;
      let slowest = 0;
      const tried = (source: Source, before: Analysis): Analysis => {
        const started = performance.now();
        const fresh = check(source, before);
        slowest = Math.max(slowest, performance.now() - started);
        texts++;
        return fresh;
      };
      for (const [index, { path, text }] of sources.entries()) {
        const whole = analysed({ path, text }, options);
        let typed = analysed({ path, text: '' }, options);
        for (let at = 0; at < text.length; at++) {
          typed = tried({ path, text: text.slice(0, at) }, typed);
          tried({ path, text: text.slice(0, at) + text.slice(at + 1) }, whole);
        }
        if (index % 50 === 49 || index === sources.length - 1)
          console.log(`${index + 1} of ${sources.length} files, ${texts} texts, slowest twice ${slowest.toFixed()} ms`);
      }
      assert.ok(texts > 0);
    });
});
