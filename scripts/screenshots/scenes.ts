import { existsSync } from 'node:fs';
import { inRoot } from '../root.ts';
import { answerQuestions } from './answer-questions.ts';
import type { Workbench } from './workbench.ts';

/** One picture of docs/images/, from a workbench on samples/ that shows nothing but the editor. */
export interface Scene {
  readonly name: string;
  /** The sample that it shows; without it the scene is left out. */
  readonly file: string;
  /** Of the window, in CSS pixels: as narrow as the text allows. */
  readonly width: number;
  /** The picture ends below this many lines of text; without it, it is of the whole window. */
  readonly lines?: number;
  /** The picture is of this element alone. */
  readonly element?: string;
  /** `rolechain.config.json` for the folder of the file: the scene then plays on a copy of that folder alone, and so stands last. */
  readonly configuration?: object;
  readonly play: (workbench: Workbench) => Promise<void>;
}

const unit = 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload';

/** The lab as it would be deployed. The standalone policies, which tell of the same roles again, are left out. */
const deployed = {
  accounts: { security: '111122223333' },
  deployments: [
    { files: ['source-account.yaml'], account: 'security' },
    { files: ['target-account.yaml'], organizationalUnits: [`${unit}/`] },
  ],
  parameters: { SecurityOperationsAccountID: '111122223333', WorkloadsOrgPath: unit },
  ignore: ['*.json'],
};

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
  {
    name: 'new-role-chain',
    file: 'after/source-account.yaml',
    width: 900,
    element: '.quick-input-widget',
    play: async ({ showCommand, page }) => {
      await showCommand('Role Chain: New Role Chain');
      await answerQuestions(page);
    },
  },
  {
    name: 'graph',
    file: 'after/source-account.yaml',
    width: 1500,
    configuration: deployed,
    play: async ({ clickText, showCommand, webview, page }) => {
      await clickText('AutoremediationRole');
      await showCommand('Role Chain: Show Graph');
      await webview.locator('.group').first().waitFor();
      await webview.locator('.hop[aria-label*=" to /SecurityOperations/"] text').click();
      await webview.locator('.details h2', { hasText: 'locked' }).waitFor();
      await page.locator('.tab.active', { hasText: 'target-account.yaml' }).waitFor();
    },
  },
];

export const isPlayable = (scene: Scene): boolean => existsSync(inRoot('samples', scene.file));
