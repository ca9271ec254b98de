import type { GraphPicture } from '../../../../server/src/protocol/graph.ts';
import type { View } from '../messages.ts';
import { html, svg } from './dom.ts';
import { type Drawing, drawMarkers, drawPicture } from './draw.ts';
import { type Direction, nearestInDirection } from './nearest.ts';
import { firstView, fitView, revealBox, zoomView } from './view.ts';

export interface CanvasOptions {
  /** A role or a hop was chosen; `isFinal`: it is to be opened. */
  readonly onChoose: (key: string, isFinal: boolean) => void;
  /** What is under the pointer or has the focus; undefined: nothing any more. */
  readonly onPoint: (key: string | undefined, at: { readonly x: number; readonly y: number }) => void;
  readonly onView: (view: View) => void;
}

/** The picture with pointer and keyboard: it is moved, enlarged, and walked from role to role. */
export class Canvas {
  readonly element: HTMLElement;
  readonly #options: CanvasOptions;
  readonly #drawing = svg('g');
  readonly #surface: SVGSVGElement;
  #picture: GraphPicture | undefined;
  #drawn: Drawing = { roles: new Map(), hops: new Map() };
  /** Undefined until something was drawn or kept. */
  #view: View | undefined;
  #isOwnView = false;

  constructor(options: CanvasOptions, view: View | undefined) {
    this.#options = options;
    this.#view = view;
    this.#isOwnView = view !== undefined;
    this.#surface = svg('svg', { role: 'group', 'aria-label': 'Graph of roles' }, drawMarkers(), this.#drawing);
    this.element = html('div', { class: 'canvas' }, this.#surface);
    this.#listenToPointer();
    this.#surface.addEventListener('keydown', (event) => this.#press(event));
    new ResizeObserver(() => {
      if (this.#isOwnView) this.#place();
      else this.#begin();
    }).observe(this.element);
  }

  /** Draws anew; what is seen of it and what has the focus stay, unless `isOther`. */
  draw(picture: GraphPicture, isOther: boolean): void {
    const focused = this.#keyOf(document.activeElement);
    this.#picture = picture;
    this.#drawing.replaceChildren();
    this.#drawn = drawPicture(this.#drawing, picture);
    for (const [key, element] of [...this.#drawn.roles, ...this.#drawn.hops]) this.#listenTo(key, element);
    if (isOther || !this.#isOwnView) this.#begin();
    else this.#place();
    if (focused !== undefined) this.#elementOf(focused)?.focus({ preventScroll: true });
  }

  /** Shows which role or hop is chosen, and brings it into sight where `isShown`. */
  select(key: string | undefined, isShown: boolean): void {
    for (const element of this.#drawing.querySelectorAll('.selected')) element.classList.remove('selected');
    const element = key === undefined ? undefined : this.#elementOf(key);
    element?.classList.add('selected');
    if (element !== undefined && isShown) this.#reveal(element);
  }

  /** Marks what is looked for; undefined: nothing is. */
  mark(ids: readonly string[] | undefined): void {
    this.#drawing.classList.toggle('searching', ids !== undefined);
    for (const [id, element] of this.#drawn.roles) element.classList.toggle('match', ids?.includes(id) === true);
  }

  /** Shows all of it. */
  fit(): void {
    if (this.#picture !== undefined) this.#setView(fitView(this.#picture, this.#size()));
  }

  #begin(): void {
    if (this.#picture === undefined) return;
    const { roles } = this.#picture;
    this.#isOwnView = false;
    this.#view = firstView(this.#picture, this.#size(), roles.find(({ isFocus }) => isFocus) ?? roles[0]);
    this.#place();
  }

  /** By a factor, about a point of the canvas or its middle. */
  zoom(factor: number, at?: { readonly x: number; readonly y: number }): void {
    const { width, height } = this.#size();
    if (this.#view === undefined) return;
    this.#setView(zoomView(this.#view, factor, at ?? { x: width / 2, y: height / 2 }));
  }

  #setView(view: View): void {
    this.#view = view;
    this.#isOwnView = true;
    this.#place();
    this.#options.onView(view);
  }

  #place(): void {
    if (this.#view === undefined) return;
    const { x, y, scale } = this.#view;
    this.#drawing.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
  }

  #size(): { readonly width: number; readonly height: number } {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  #elementOf(key: string): SVGGElement | undefined {
    return this.#drawn.roles.get(key) ?? this.#drawn.hops.get(key);
  }

  #keyOf(element: Element | null): string | undefined {
    for (const [key, each] of [...this.#drawn.roles, ...this.#drawn.hops]) if (each === element) return key;
    return undefined;
  }

  #reveal(element: SVGGElement): void {
    if (this.#view === undefined) return;
    const { x, y, width, height } = element.getBBox();
    const next = revealBox(this.#view, { x, y, width, height }, this.#size());
    if (next.x !== this.#view.x || next.y !== this.#view.y) this.#setView(next);
  }

  #listenTo(key: string, element: SVGGElement): void {
    element.addEventListener('pointerenter', ({ clientX, clientY }) =>
      this.#options.onPoint(key, { x: clientX, y: clientY }),
    );
    element.addEventListener('pointerleave', () => this.#options.onPoint(undefined, { x: 0, y: 0 }));
    element.addEventListener('focus', () => {
      if (!element.matches(':focus-visible')) return;
      this.#reveal(element);
      const { left, bottom } = element.getBoundingClientRect();
      this.#options.onPoint(key, { x: left, y: bottom });
    });
    element.addEventListener('blur', () => this.#options.onPoint(undefined, { x: 0, y: 0 }));
  }

  #listenToPointer(): void {
    let from: { readonly x: number; readonly y: number; readonly view: View } | undefined;
    let isDragging = false;
    this.element.addEventListener('pointerdown', ({ clientX, clientY, button }) => {
      isDragging = false;
      if (button === 0 && this.#view !== undefined) from = { x: clientX, y: clientY, view: this.#view };
    });
    this.element.addEventListener('pointermove', ({ clientX, clientY, buttons, pointerId }) => {
      if (from === undefined) return;
      if (buttons === 0) {
        from = undefined;
        return;
      }
      const [x, y] = [clientX - from.x, clientY - from.y];
      if (!isDragging && Math.hypot(x, y) < 4) return;
      if (!isDragging) this.element.setPointerCapture(pointerId);
      isDragging = true;
      this.#setView({ ...from.view, x: from.view.x + x, y: from.view.y + y });
    });
    this.element.addEventListener('pointerup', () => {
      from = undefined;
    });
    this.element.addEventListener('click', ({ target }) => {
      if (isDragging) return;
      const key = this.#keyOf(target instanceof Element ? target.closest('.role, .hop') : null);
      if (key !== undefined) this.#options.onChoose(key, true);
    });
    this.element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const { left, top } = this.element.getBoundingClientRect();
        const delta = Math.max(-100, Math.min(100, event.deltaY));
        this.zoom(1.002 ** -delta, { x: event.clientX - left, y: event.clientY - top });
      },
      { passive: false },
    );
  }

  #press(event: KeyboardEvent): void {
    const key = this.#keyOf(document.activeElement);
    const direction = directions.get(event.key);
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.#options.onChoose(key, event.key === 'Enter');
    else if (direction !== undefined) this.#walk(key, direction);
    else return;
    event.preventDefault();
  }

  #walk(key: string, direction: Direction): void {
    const { roles = [] } = this.#picture ?? {};
    const from = roles.find(({ id }) => id === key);
    const next = from && nearestInDirection(roles, from, direction);
    if (next !== undefined) this.#drawn.roles.get(next.id)?.focus({ preventScroll: true });
  }
}

const directions: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);
