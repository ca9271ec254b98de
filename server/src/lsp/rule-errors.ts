/** Logs a rule that throws, once in a session: it would throw again at the next key. */
export function tellOnce(log: (line: string) => void): (rule: string, error: unknown) => void {
  const told = new Set<string>();
  return (rule, error) => {
    if (told.has(rule)) return;
    told.add(rule);
    log(`The rule ${rule} failed and finds nothing here: ${error instanceof Error ? error.stack : error}`);
  };
}
