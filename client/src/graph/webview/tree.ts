import type { GraphPicture } from '../../../../server/src/protocol/graph.ts';
import { html } from './dom.ts';
import { parentKey, type TreeItem, treeItems } from './tree-items.ts';
import { hopKey, hopSentence, labelsOf } from './words.ts';

export interface TreeOptions {
  /** `key` is of a role or a hop; `isFinal`: it is to be opened. */
  readonly onChoose: (key: string, isFinal: boolean) => void;
  readonly onExpand: (expanded: readonly string[]) => void;
}

/** The same as the picture, for those who do not see it: roles, and below each whom it may assume. */
export class Tree {
  readonly element = html('ul', { role: 'tree', 'aria-label': 'Roles and whom they may assume' });
  readonly #options: TreeOptions;
  readonly #expanded: Set<string>;
  #picture: GraphPicture | undefined;
  #items: readonly TreeItem[] = [];
  /** Key of the item that Tab comes to. */
  #active: string | undefined;
  #selected: string | undefined;

  constructor(options: TreeOptions, expanded: readonly string[] = []) {
    this.#options = options;
    this.#expanded = new Set(expanded);
    this.element.addEventListener('keydown', (event) => this.#press(event));
    this.element.addEventListener('click', (event) => this.#click(event));
  }

  draw(picture: GraphPicture): void {
    this.#picture = picture;
    this.#render();
  }

  /** Marks the rows of a role or a hop. */
  select(key: string | undefined): void {
    this.#selected = key;
    for (const [index, row] of [...this.element.children].entries()) {
      const item = this.#items[index];
      row.setAttribute('aria-selected', String(item !== undefined && subjectOf(item) === key));
    }
  }

  #render(): void {
    if (this.#picture === undefined) return;
    const hadFocus = this.element.contains(document.activeElement);
    this.#items = treeItems(this.#picture, this.#expanded);
    if (!this.#items.some(({ key }) => key === this.#active)) this.#active = this.#items[0]?.key;
    const label = labelsOf(this.#picture);
    this.element.replaceChildren(...this.#items.map((item) => this.#row(item, label)));
    this.select(this.#selected);
    if (hadFocus) this.#rowOf(this.#active)?.focus();
  }

  #row(item: TreeItem, label: (id: string) => string): HTMLLIElement {
    const { role, hop, level, position, size, isExpanded, isRepeated, key } = item;
    const repeated = isRepeated ? ', already above' : '';
    const detail = hop === undefined ? (role.group ?? role.kind) : hop.word;
    const spoken = hop === undefined ? `${role.label}, ${role.kind}` : hopSentence(hop, label);
    const row = html(
      'li',
      {
        role: 'treeitem',
        class: hop === undefined ? 'row' : `row ${hop.state}`,
        tabindex: key === this.#active ? 0 : -1,
        'aria-level': level,
        'aria-posinset': position,
        'aria-setsize': size,
        'aria-expanded': isExpanded === undefined ? undefined : String(isExpanded),
        'aria-label': `${spoken}${repeated}`,
      },
      html('span', { class: 'twisty', 'aria-hidden': 'true' }, isExpanded === undefined ? '' : isExpanded ? '⌄' : '›'),
      html('span', { class: 'label' }, hop === undefined ? role.label : `→ ${role.label}`),
      html('span', { class: 'detail' }, `${detail}${repeated}`),
    );
    row.style.paddingInlineStart = `${(level - 1) * 14}px`;
    return row;
  }

  #click({ target }: MouseEvent): void {
    const row = target instanceof Element ? target.closest('li') : null;
    const item = row === null ? undefined : this.#items[[...this.element.children].indexOf(row)];
    if (item === undefined) return;
    this.#activate(item.key);
    if (target instanceof Element && target.closest('.twisty') !== null) this.#toggle(item);
    else this.#options.onChoose(subjectOf(item), true);
  }

  #press(event: KeyboardEvent): void {
    const index = this.#items.findIndex(({ key }) => key === this.#active);
    const item = this.#items[index];
    if (item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.#act(event.key, item, index)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The keys of https://www.w3.org/WAI/ARIA/apg/patterns/treeview/. */
  #act(key: string, item: TreeItem, index: number): boolean {
    switch (key) {
      case 'ArrowDown':
        this.#activate(this.#items[index + 1]?.key);
        return true;
      case 'ArrowUp':
        this.#activate(this.#items[index - 1]?.key);
        return true;
      case 'Home':
        this.#activate(this.#items[0]?.key);
        return true;
      case 'End':
        this.#activate(this.#items.at(-1)?.key);
        return true;
      case 'ArrowRight':
        if (item.isExpanded === false) this.#toggle(item);
        else if (item.isExpanded === true) this.#activate(this.#items[index + 1]?.key);
        return true;
      case 'ArrowLeft':
        if (item.isExpanded === true) this.#toggle(item);
        else this.#activate(parentKey(item.key));
        return true;
      case 'Enter':
      case ' ':
        this.#options.onChoose(subjectOf(item), key === 'Enter');
        return true;
      default:
        return key.length === 1 && this.#goTo(key.toLowerCase(), index);
    }
  }

  /** The next row whose label begins with a letter. */
  #goTo(letter: string, index: number): boolean {
    const around = [...this.#items.slice(index + 1), ...this.#items.slice(0, index + 1)];
    const found = around.find(({ role: { label } }) => label.replace(/^\//, '').toLowerCase().startsWith(letter));
    this.#activate(found?.key);
    return found !== undefined;
  }

  #activate(key: string | undefined): void {
    if (key === undefined) return;
    this.#rowOf(this.#active)?.setAttribute('tabindex', '-1');
    this.#active = key;
    const row = this.#rowOf(key);
    row?.setAttribute('tabindex', '0');
    row?.focus();
  }

  #toggle({ key, isExpanded }: TreeItem): void {
    if (isExpanded === undefined) return;
    if (isExpanded) this.#expanded.delete(key);
    else this.#expanded.add(key);
    this.#options.onExpand([...this.#expanded]);
    this.#render();
  }

  #rowOf(key: string | undefined): HTMLElement | undefined {
    const row = this.element.children[this.#items.findIndex((item) => item.key === key)];
    return row instanceof HTMLElement ? row : undefined;
  }
}

function subjectOf({ role, hop }: TreeItem): string {
  return hop === undefined ? role.id : hopKey(hop);
}
