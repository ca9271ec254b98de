import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { indexText } from '../../server/src/base/text-index.ts';
import type { Graph } from '../../server/src/chain/graph.ts';
import type { Mention } from '../../server/src/chain/mention.ts';
import { indexMentions } from '../../server/src/chain/mention-index.ts';
import { describeHop } from '../../server/src/features/hover-hop.ts';
import { mentionSpan } from '../../server/src/features/mention-place.ts';
import { rolesAt } from '../../server/src/features/roles-at.ts';
import { placeOf, placesIn } from '../../server/src/lsp/source-places.ts';
import { valuePlaceOf, valuePlacesIn } from '../../server/src/lsp/value-places.ts';
import type { Analysis } from '../../server/src/service/analysis.ts';
import { findFragment } from '../../server/src/service/origin-span.ts';
import { analysed } from '../service/analysed.ts';
import { readWorkspaceTexts } from '../support/workspace.ts';

const root = 'test/fixtures/chains';

interface Case {
  readonly name: string;
  readonly graph: Graph;
  readonly analyses: ReadonlyMap<string, Analysis>;
}

function readCase(name: string): Case {
  const entries = readdirSync(`${root}/${name}`, { withFileTypes: true }).filter((each) => each.isFile());
  const files = entries.map((each) => each.name).filter((each) => each !== 'expected.json' && each !== 'case.md');
  const texts = new Map(files.map((file) => [file, readFileSync(`${root}/${name}/${file}`, 'utf8')]));
  const analyses = [...texts].map(([file, text]) => {
    const path = `/workspace/${file}`;
    return [path, analysed({ path, text })] as const;
  });
  return { name, graph: readWorkspaceTexts(texts).graph(), analyses: new Map(analyses) };
}

/** All values that name an entity of the workspace. */
function mentionsOf({ graph }: Case): readonly Mention[] {
  const index = indexMentions(graph);
  return [...new Set(graph.entities.flatMap((entity) => index.of(entity)))];
}

describe('the chain cases, walked', () => {
  let cases: readonly Case[] = [];

  before(() => {
    cases = readdirSync(root).sort().map(readCase);
  });

  const nameOf = (mention: Mention) => JSON.stringify([mention.grant.origin, mention.part, mention.value]);

  it('lead from each value that names a role to the role, and back', () => {
    let walked = 0;
    for (const each of cases)
      for (const mention of mentionsOf(each)) {
        const { file, fragment } = mention.grant.origin;
        const analysis = each.analyses.get(file);
        const found = analysis && findFragment(analysis, fragment);
        const span = found && mentionSpan(found.model, mention);
        // What SAM or a macro writes stands nowhere.
        if (found === undefined || span === undefined) continue;
        const middle = Math.floor((span.start + span.end) / 2);
        const at = rolesAt({ file, fragment, model: found.model }, middle, each.graph);
        const meant = indexMentions(each.graph).meant(mention.who);
        assert.ok(
          meant.every((entity) => at?.entities.includes(entity)),
          `${each.name}: ${nameOf(mention)} is at ${at?.entities.map(({ id }) => id)}`,
        );
        walked += 1;
      }
    assert.ok(walked > 300, `${walked} values`);
  });

  it('keep of closed files the same places as their texts say', () => {
    let kept = 0;
    for (const each of cases)
      for (const [path, analysis] of each.analyses) {
        const values = valuePlacesIn(path, analysis);
        const { positionAt } = indexText(analysis.source.whole());
        for (const mention of mentionsOf(each)) {
          const { file, fragment } = mention.grant.origin;
          const place = file === path ? valuePlaceOf(values, mention) : undefined;
          const found = findFragment(analysis, fragment);
          const span = found && mentionSpan(found.model, mention);
          if (place === undefined || found === undefined || span === undefined) continue;
          const { start } = found.fragment;
          assert.deepEqual(place, { start: positionAt(start + span.start), end: positionAt(start + span.end) });
          kept += 1;
        }
        const sources = placesIn(path, analysis);
        for (const { source } of each.graph.entities) {
          const place = source?.file === path ? sources.get(`${source.fragment}\n${source.label}`) : undefined;
          if (source !== undefined && place !== undefined) assert.deepEqual(place, placeOf(analysis, source));
        }
      }
    assert.ok(kept > 300, `${kept} values`);
  });

  it('tell of each hop its verdict and what decides', () => {
    for (const { name, graph } of cases)
      for (const hop of graph.hops) {
        const { title, details } = describeHop(hop);
        const isBlocked = hop.verdict.verdict === 'blocked';
        assert.equal(title.includes(' cannot assume '), isBlocked, name);
        assert.ok(details.length > 0, `${name}: ${title}`);
      }
  });
});
