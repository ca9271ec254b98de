/** The fields of an ARN, cut at its first five colons; fewer than six where colons are missing. */
export function cutFields(text: string): readonly string[] {
  const fields: string[] = [];
  let from = 0;
  for (let colon = text.indexOf(':'); colon >= 0 && fields.length < 5; colon = text.indexOf(':', from)) {
    fields.push(text.slice(from, colon));
    from = colon + 1;
  }
  fields.push(text.slice(from));
  return fields;
}
