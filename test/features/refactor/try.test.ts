import { applied, offeredIn } from './support/refactored.ts';
import { policyTexts } from './support/texts.ts';

describe('try', () => {
  it('x', () => {
    for (const [name, path, marked] of policyTexts) {
      const o = offeredIn(path, marked);
      console.log(`##### ${name}: ${o.refactorings.map((r) => r.id + ' = ' + r.title).join(' | ')}`);
      for (const r of o.refactorings) console.log(`--- ${r.id}\n${applied(o, r.id)}`);
    }
  });
});
