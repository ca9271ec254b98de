import { existsSync } from 'node:fs';
import { inRoot } from '../root.ts';
import type { Workbench } from './workbench.ts';

/** One picture of docs/images/, from an empty workbench on samples/. */
export interface Scene {
  readonly name: string;
  /** The sample that it shows; without it the scene is left out. */
  readonly file: string;
  readonly play: (workbench: Workbench) => Promise<void>;
}

export const scenes: readonly Scene[] = [
  {
    name: 'trust-policy',
    file: 'before/source-role.trust.json',
    play: async ({ waitForSquiggles, hoverFinding }) => {
      await waitForSquiggles();
      await hoverFinding();
    },
  },
];

export const isPlayable = (scene: Scene): boolean => existsSync(inRoot('samples', scene.file));
