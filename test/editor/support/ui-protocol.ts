/**
 * What a test may ask of the page around the workbench. The launcher's browser does it
 * (scripts/editor/ui-actions.ts); every argument and answer is plain text, so that it travels as JSON.
 * Selectors are Playwright's; where several elements match, the first visible one is meant. After `webview:` they are of
 * the page in the webview that is shown.
 */
export interface UiActions {
  /** Waits for the element and clicks it. */
  readonly click: (selector: string) => Promise<void>;
  /** Waits for the element and moves the pointer over it. */
  readonly hover: (selector: string) => Promise<void>;
  /** Presses keys, such as `Control+.`, where the focus is. */
  readonly press: (keys: string) => Promise<void>;
  /**
   * Presses keys and clicks an entry of the menu that they open; from the start where the menu lacks it or closes
   * meanwhile, as menus do when the page learns news.
   */
  readonly pressAndChoose: (keys: string, entry: string) => Promise<void>;
  /** The same with a menu that a click opens. */
  readonly clickAndChoose: (selector: string, entry: string) => Promise<void>;
  /** Types text where the focus is. */
  readonly type: (text: string) => Promise<void>;
  /** Waits for the element and answers its visible text. */
  readonly text: (selector: string) => Promise<string>;
  /** Waits until the element is visible. */
  readonly waitFor: (selector: string) => Promise<void>;
  /** Waits until no such element is visible. */
  readonly waitUntilGone: (selector: string) => Promise<void>;
  /** Writes out/screenshots/<name>.png and answers its path. */
  readonly screenshot: (name: string) => Promise<string>;
}
