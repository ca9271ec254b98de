import { html } from './dom.ts';

/** What is told of the thing under the pointer, beside it. */
export class Tooltip {
  readonly element = html('div', { class: 'tooltip', role: 'tooltip', hidden: true });

  show(content: readonly HTMLElement[], at: { readonly x: number; readonly y: number }): void {
    this.element.replaceChildren(...content);
    this.element.hidden = content.length === 0;
    if (content.length === 0) return;
    const { width, height } = this.element.getBoundingClientRect();
    const space = 14;
    const fits = at.y + space + height < window.innerHeight;
    this.element.style.left = `${Math.max(4, Math.min(at.x + space, window.innerWidth - width - 4))}px`;
    this.element.style.top = `${fits ? at.y + space : Math.max(4, at.y - height - space)}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
