/** Attributes by name; those that are undefined or false are left out. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

type Content = Node | string;

/** An element of HTML. Strings are text, whatever they look like. */
export function html<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), attributes, content);
}

/** An element of SVG. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...content: readonly Content[]
): SVGElementTagNameMap[Name] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, content);
}

function fill<Each extends Element>(element: Each, attributes: Attributes, content: readonly Content[]): Each {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  element.append(...content);
  return element;
}

/** A button that acts by a click, by Enter and by Space. */
export function button(label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = html('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}
