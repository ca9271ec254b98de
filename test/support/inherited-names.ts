/** What every object of JavaScript has without being given it: a look-up in a plain object finds these. */
export const inheritedNames: readonly string[] = ['__proto__', ...Object.getOwnPropertyNames(Object.prototype)].filter(
  (name, index, all) => all.indexOf(name) === index,
);
