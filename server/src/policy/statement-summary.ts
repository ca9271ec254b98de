import { fieldLabel, parseArn } from './arn.ts';
import type { Statement } from './statement.ts';
import { describeParts, literalOf, type Value } from './value.ts';

const longest = 80;

/** A statement in a line: "Allow sts:AssumeRole on role/Deploy", "Deny all but 3 actions". */
export function summarizeStatement({
  effect,
  action,
  notAction,
  resource,
  notResource,
  principal,
  notPrincipal,
}: Statement): string {
  const parts = [
    effect ?? 'Statement',
    listOf(action?.values) ?? allBut(listOf(notAction?.values)),
    prefixed('on', listOf(resource?.values, shortArn) ?? allBut(listOf(notResource?.values, shortArn))),
    prefixed(
      'for',
      listOf(
        principal?.principals.map(({ value }) => value),
        shortArn,
      ),
    ),
    prefixed(
      'for',
      allBut(
        listOf(
          notPrincipal?.principals.map(({ value }) => value),
          shortArn,
        ),
      ),
    ),
  ].filter((part) => part !== undefined);
  const text = parts.join(' ').replace(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The first, and how many more. */
function listOf(values: readonly Value[] = [], show: (value: Value) => string = textOf): string | undefined {
  const [first, ...more] = values;
  if (first === undefined) return undefined;
  return more.length === 0 ? show(first) : `${show(first)} +${more.length}`;
}

function textOf({ parts }: Value): string {
  return describeParts(parts);
}

/** What is named in an account: the other fields are nearly always the same. */
function shortArn(value: Value): string {
  const arn = parseArn(value.parts);
  const resource = arn && fieldLabel(arn.resource);
  if (arn === undefined || resource === undefined || resource === '*') return textOf(value);
  return resource === 'root' ? `${fieldLabel(arn.account)}:root` : resource;
}

function allBut(text: string | undefined): string | undefined {
  return text && `all but ${text}`;
}

function prefixed(word: string, text: string | undefined): string | undefined {
  return text && `${word} ${text}`;
}

/** The statement's name, where it has one that is known. */
export function sidOf({ sid }: Statement): string | undefined {
  const text = literalOf(sid);
  return text === '' ? undefined : text;
}
