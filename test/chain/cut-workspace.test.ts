import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sayCut } from '../../server/src/chain/closed-world.ts';
import type { Hop } from '../../server/src/chain/graph.ts';
import { stateOfHop } from '../../server/src/chain/hop-words.ts';
import { reportGraph } from '../../server/src/export/graph-report.ts';
import type { Entity } from '../../server/src/role/entity.ts';
import { describeText } from '../../server/src/role/text.ts';
import type { Analysis } from '../../server/src/service/analysis.ts';
import { openWorkspaceTexts } from '../support/checked-workspace.ts';
import { chainFindings } from './findings/render.ts';

type Files = ReadonlyMap<string, string>;

const configuration = 'rolechain.config.json';

/** The workspaces of all fixtures, by their names. */
function readFixtures(): ReadonlyMap<string, Files> {
  const folders = ['test/fixtures/chain-findings', 'test/fixtures/chains'];
  return new Map(
    folders.flatMap((root) =>
      readdirSync(root).map((name) => {
        const inside = readdirSync(`${root}/${name}`, { recursive: true, encoding: 'utf8' }).sort();
        const read = inside.filter((path) => /\.(?:json|ya?ml)$/.test(path) && path !== 'expected.json');
        const texts = read.map((path) => [path, readFileSync(`${root}/${name}/${path}`, 'utf8')] as const);
        return [`${root}/${name}`, new Map(texts)] as const;
      }),
    ),
  );
}

/** What is read beside the files of a workspace, because a configuration names it. */
function isNamed(path: string): boolean {
  return path === configuration || path.startsWith('params/');
}

/** Every set of its files but the empty one: others may lie beside all of them too. */
function* partsOf(files: Files): Generator<Files> {
  const always = [...files].filter(([path]) => isNamed(path));
  const others = [...files].filter(([path]) => !isNamed(path));
  for (let set = 1; set < 2 ** others.length; set++)
    yield new Map([...always, ...others.filter((_, index) => ((set >> index) & 1) === 1)]);
}

/** The same whichever files declare it. */
function keyOf({ kind, name, places, source }: Entity): string {
  const home = kind === 'role' || kind === 'user' ? places.map(({ account }) => describeText(account)) : source?.file;
  return `${kind} ${describeText(name)} in ${home}`;
}

const pairOf = ({ source, target }: Hop) => `${keyOf(source)} -> ${keyOf(target)}`;

/** Services and providers have no policies of their own; what all are subject to is said beside the graph. */
const isIdentity = ({ kind }: Entity) => kind === 'role' || kind === 'user';

const isSure = ({ source, verdict }: Hop) =>
  isIdentity(source) && verdict.verdict === 'allowed' && verdict.assumptions.length === 0;

/** What of it is not said of the whole: more than its files give. Of a finding its first words: causes may be more. */
function overclaims(part: ReturnType<typeof openWorkspaceTexts>, whole: typeof part): readonly string[] {
  const known = new Map(whole.graph.hops.map((hop) => [pairOf(hop), hop]));
  const hops = part.graph.hops.flatMap((hop) => {
    const other = known.get(pairOf(hop));
    if (other === undefined) return [];
    const [said, really] = [stateOfHop(hop), stateOfHop(other)];
    return (said === 'blocked' && really !== 'blocked') ||
      (said === 'locked' && really === 'open') ||
      (isSure(hop) && !isSure(other))
      ? [`${pairOf(hop)}: ${said}, but is ${really}`]
      : [];
  });
  const say = (analysis: Analysis) =>
    chainFindings(analysis).map(({ rule, message }) => `${rule}: ${message.split(/[:.] /, 1)}`);
  const found = new Set([...whole.analyses.values()].flatMap(say));
  return [...hops, ...[...part.analyses.values()].flatMap(say).filter((each) => !found.has(each))];
}

describe('a workspace of which some files were not read', function () {
  this.timeout(120_000);

  it('is said nothing of that all of its files take back, whichever they are', () => {
    let count = 0;
    const found: string[] = [];
    const wrong: string[] = [];
    for (const [name, files] of readFixtures()) {
      const whole = openWorkspaceTexts(files);
      for (const part of partsOf(files)) {
        const cut = openWorkspaceTexts(part, {}, part.size);
        count += 1;
        for (const analysis of cut.analyses.values()) found.push(...chainFindings(analysis).map(({ rule }) => rule));
        for (const each of overclaims(cut, whole)) wrong.push(`${name} with ${[...part.keys()].join()}: ${each}`);
      }
    }
    console.log(`${count} parts of workspaces, ${found.length} findings`);
    assert.deepEqual(wrong, []);
    assert.ok(count > 500, 'hardly anything was looked at');
    // The others tell of what is not there, or of access that what was not read may take away.
    assert.deepEqual([...new Set(found)].sort(), [
      'condition-never-true-for-hop',
      'hop-blocked-by-deny',
      'hop-blocked-by-source',
      'hop-blocked-by-target',
      'mfa-never-present-in-chain',
      'session-tags-not-allowed',
      'source-identity-not-allowed',
      'target-name-near-miss',
      'target-path-mismatch',
    ]);
  });

  it('keeps what is known of its hops: what was not read comes beside it', () => {
    const sentences = ({ verdict }: Hop) => verdict.assumptions.map(({ sentence }) => sentence);
    let count = 0;
    for (const [name, files] of readFixtures()) {
      const whole = openWorkspaceTexts(files).graph.hops;
      const cut = new Map(openWorkspaceTexts(files, {}, files.size).graph.hops.map((hop) => [pairOf(hop), hop]));
      for (const hop of whole.filter(({ verdict }) => verdict.verdict === 'allowed')) {
        const other = cut.get(pairOf(hop));
        assert.ok(other !== undefined, `${name}: ${pairOf(hop)}`);
        const unread = other.verdict.assumptions.filter(({ about }) => about.endsWith('#unread'));
        assert.equal(unread.length, hop.source.source !== undefined && isIdentity(hop.source) ? 1 : 0, name);
        assert.deepEqual(
          sentences(other).filter((each) => unread.every(({ sentence }) => sentence !== each)),
          sentences(hop),
          name,
        );
        count += 1;
      }
    }
    assert.ok(count > 200, `only ${count} hops were looked at`);
  });

  it('is told to be one, and its hops rest on what was not read', () => {
    const files = readFixtures().get('test/fixtures/chain-findings/both-sides-agree') ?? new Map();
    const words = (cutAt?: number) => {
      const { graph } = openWorkspaceTexts(files, {}, cutAt);
      const { closedWorld, hops } = reportGraph(graph, { ofEntity: () => undefined, ofReason: () => undefined });
      return { cut: sayCut(graph.world), closedWorld, assumptions: hops.flatMap((each) => each.assumptions) };
    };
    const [whole, cut] = [words(), words(20_000)];
    assert.equal(whole.cut, undefined);
    assert.deepEqual(whole.assumptions, []);
    assert.equal(
      cut.cut,
      'Only the first 20,000 files of this workspace were read; hops to roles in others are not shown, and policies in others may change those that are.',
    );
    assert.equal(cut.closedWorld, `${cut.cut} Beside that: ${whole.closedWorld}`);
    assert.deepEqual(cut.assumptions, [
      'what files that were not read attach to `Build`, which is not in sight, does not deny assuming `Deploy`',
    ]);
  });
});
