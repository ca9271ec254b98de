import assert from 'node:assert/strict';
import { type Command, readArguments } from '../../server/src/cli/arguments.ts';

const defaults = { format: 'text', failOn: 'warning' } as const;

describe('command line arguments', () => {
  const commands: readonly { readonly line: string; readonly command: Command }[] = [
    { line: 'check', command: { name: 'check', check: { ...defaults, paths: ['.'] } } },
    { line: 'check a b/c.json', command: { name: 'check', check: { ...defaults, paths: ['a', 'b/c.json'] } } },
    {
      line: '--format json check --kind=scp a --fail-on never',
      command: { name: 'check', check: { paths: ['a'], format: 'json', kind: 'scp', failOn: 'never' } },
    },
    { line: 'check -- --a.json', command: { name: 'check', check: { ...defaults, paths: ['--a.json'] } } },
    { line: 'check --stdin', command: { name: 'check', check: { ...defaults, paths: [], stdin: {} } } },
    {
      line: 'check --stdin --stdin-filename trust.json',
      command: { name: 'check', check: { ...defaults, paths: [], stdin: { filename: 'trust.json' } } },
    },
    { line: 'rule trust-any-principal', command: { name: 'rule', id: 'trust-any-principal' } },
    { line: 'rules', command: { name: 'rules' } },
    { line: '--help', command: { name: 'help' } },
    { line: 'help', command: { name: 'help' } },
    { line: 'check -h', command: { name: 'help' } },
    {
      line: 'new --answers a.json --out b',
      command: { name: 'new', new: { answers: 'a.json', out: 'b', force: false } },
    },
    {
      line: 'new --force --out=b --answers -',
      command: { name: 'new', new: { answers: '-', out: 'b', force: true } },
    },
    { line: '--version', command: { name: 'version' } },
    { line: '-v', command: { name: 'version' } },
  ];
  for (const { line, command } of commands) {
    it(`understands rolechain ${line}`, () => assert.deepEqual(readArguments(line.split(' ')), command));
  }

  const wrong: readonly { readonly line: string; readonly message: string }[] = [
    { line: '', message: 'Say what to do: check, graph, explain, rule, rules, org or new.' },
    { line: 'chekc', message: 'There is no command "chekc"; did you mean "check"?' },
    {
      line: 'policies/a.json',
      message: 'There is no command "policies/a.json". To check files and folders: rolechain check PATH...',
    },
    { line: 'check --fromat json', message: 'There is no option --fromat; did you mean --format?' },
    { line: 'check --quiet-please', message: 'There is no option --quiet-please.' },
    { line: 'check -x', message: 'There is no option -x.' },
    { line: 'check --toString', message: 'There is no option --toString.' },
    { line: 'check --format', message: '--format needs a value after it.' },
    { line: 'check --format=', message: '--format needs a value after it.' },
    { line: 'check --format xml', message: '--format takes one of text, json, sarif, github, not "xml".' },
    { line: 'check --stdin=yes', message: '--stdin takes no value.' },
    {
      line: 'check --fail-on fatal',
      message: '--fail-on takes one of error, warning, info, hint, never, not "fatal".',
    },
    {
      line: 'check --kind iam',
      message: '--kind takes one of identity, trust, resource, scp, rcp, boundary, session, endpoint, not "iam".',
    },
    { line: 'check --stdin a.json', message: 'Give either --stdin or paths, not both.' },
    { line: 'check --stdin-filename a.json', message: '--stdin-filename is of use with --stdin only.' },
    { line: 'check a.json ', message: 'A path is empty.' },
    { line: 'rule', message: '"rolechain rule" takes the name of one rule.' },
    { line: 'rule a b', message: '"rolechain rule" takes the name of one rule.' },
    { line: 'rules a', message: '"rolechain rules" takes nothing after it.' },
    {
      line: 'new --out b',
      message: 'Give the file of answers: rolechain new --answers FILE --out DIR.',
    },
    { line: 'new --answers a', message: 'Say where to write: rolechain new --answers FILE --out DIR.' },
    { line: 'new --answers a --out b c', message: '"rolechain new" takes options only.' },
    { line: 'new --answers a --out b --force=no', message: '--force takes no value.' },
    { line: 'check --force', message: '--force belongs to "rolechain new".' },
    {
      line: 'rules --format json',
      message: '--format belongs to "rolechain check", "rolechain graph" and "rolechain org".',
    },
  ];
  for (const { line, message } of wrong) {
    it(`refuses rolechain ${line}`, () => {
      assert.deepEqual(readArguments(line === '' ? [] : line.split(' ')), { name: 'wrong usage', message });
    });
  }
});
