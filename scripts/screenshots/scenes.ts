import { existsSync } from 'node:fs';
import { inRoot } from '../root.ts';
import type { Workbench } from './workbench.ts';

/** One picture of docs/images/, from a workbench on samples/ that shows nothing but the editor. */
export interface Scene {
  readonly name: string;
  /** The sample that it shows; without it the scene is left out. */
  readonly file: string;
  /** Of the window, in CSS pixels: as narrow as the text allows. */
  readonly width: number;
  /** The picture ends below this many lines of text. */
  readonly lines: number;
  readonly play: (workbench: Workbench) => Promise<void>;
}

export const scenes: readonly Scene[] = [
  {
    name: 'trust-policy',
    file: 'before/source-role.trust.json',
    width: 840,
    lines: 12,
    play: async ({ waitForSquiggles, hoverFinding }) => {
      await waitForSquiggles();
      await hoverFinding();
    },
  },
  {
    name: 'quick-fix',
    file: 'before/source-role.trust.json',
    width: 900,
    lines: 15,
    play: async ({ waitForSquiggles, clickText, openQuickFixes }) => {
      await waitForSquiggles();
      await clickText('lambda');
      await openQuickFixes();
    },
  },
  {
    name: 'template',
    file: 'before/source-account.yaml',
    width: 1220,
    lines: 19,
    play: async ({ waitForSquiggles, clickText, openQuickFixes, chooseQuickFix, leaveLine }) => {
      await waitForSquiggles();
      await clickText('lambda.amazonaws.com');
      await openQuickFixes();
      await chooseQuickFix('add aws:SourceArn');
      await leaveLine();
    },
  },
];

export const isPlayable = (scene: Scene): boolean => existsSync(inRoot('samples', scene.file));
