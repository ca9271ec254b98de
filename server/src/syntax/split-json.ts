import { namesIntrinsic } from './intrinsic.ts';
import type { ResourcesPart } from './recut.ts';
import { endOfComment, endOfString, endOfStringInLine, skipSpace } from './scan-json.ts';
import type { Slice } from './slice.ts';

/**
 * Cuts a JSON template into its sections and resources, by its brackets and commas alone. A text that is no template,
 * or whose brackets, commas and quotes are not all in order, is one slice.
 */
export function splitJson(text: string): readonly Slice[] {
  const whole: readonly Slice[] = [{ kind: 'document', start: 0, end: text.length }];
  if (!text.includes('"Resources"')) return whole;
  const members = scanMembers(text);
  if (!members?.some((member) => member.key === 'Resources' && text[member.valueStart] === '{')) return whole;

  const slices: Slice[] = [];
  for (const [index, member] of members.entries()) {
    const start = index === 0 ? 0 : member.start;
    const end = members[index + 1]?.start ?? text.length;
    const [first, ...others] = member.key === 'Resources' ? member.members : [];
    // One entry named as a function (`Fn::Transform`) is what all of `Resources` is, not a resource.
    if (first === undefined || (others.length === 0 && namesIntrinsic(first.key))) {
      slices.push({ kind: 'section', start, end });
      continue;
    }
    slices.push({ kind: 'resources', start, end: first.start });
    for (const [at, entry] of [first, ...others].entries()) {
      slices.push({ kind: 'resource', start: entry.start, end: others[at]?.start ?? end });
    }
  }
  return slices;
}

/** Where resources begin, for `recut`. The last one of all is not cut by itself: the end of `Resources` stands in it. */
export function recutJson({ text, start, end, isFollowed }: ResourcesPart): readonly number[] | undefined {
  if (!isFollowed) return undefined;
  const starts: number[] = [];
  // Behind a comma on its line, what follows on that line may now belong to the resource before.
  for (let behind = start; text[start - 1] === '\n' && behind < end; ) {
    starts.push(behind === start ? start : memberStart(text, behind));
    const member = scanMember(text, skipSpace(text, behind), 2);
    const next = member && skipSpace(text, member.valueEnd);
    if (next === undefined || text[next] !== ',') return undefined;
    behind = next + 1;
    if (memberStart(text, behind) === end) return starts;
  }
  return undefined;
}

/** One property of the root object, or of an object that it holds. */
interface Member {
  /** Where its slice begins: with its line, or behind the comma or brace before it on its line. */
  readonly start: number;
  readonly key: string;
  readonly valueStart: number;
  /** The properties of the value, where it is an object right under the root. */
  readonly members: readonly Member[];
}

interface ScannedObject {
  readonly members: readonly Member[];
  readonly end: number;
}

/** The root object's properties; undefined when the text is anything but one object in good order. */
function scanMembers(text: string): readonly Member[] | undefined {
  const byteOrderMark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = skipSpace(text, byteOrderMark);
  const root = text[start] === '{' ? scanObject(text, start, 1) : undefined;
  return root !== undefined && skipSpace(text, root.end) === text.length ? root.members : undefined;
}

function scanObject(text: string, open: number, depth: number): ScannedObject | undefined {
  const members: Member[] = [];
  let behind = open + 1;
  let at = skipSpace(text, behind);
  if (text[at] === '}') return { members, end: at + 1 };
  for (;;) {
    const member = scanMember(text, at, depth);
    if (member === undefined) return undefined;
    const { valueEnd, ...rest } = member;
    members.push({ start: memberStart(text, behind), ...rest });
    const next = skipSpace(text, valueEnd);
    if (text[next] === '}') return { members, end: next + 1 };
    if (text[next] !== ',') return undefined;
    behind = next + 1;
    at = skipSpace(text, behind);
  }
}

interface ScannedMember extends Omit<Member, 'start'> {
  readonly valueEnd: number;
}

function scanMember(text: string, at: number, depth: number): ScannedMember | undefined {
  const keyEnd = endOfString(text, at);
  const colon = keyEnd === undefined ? -1 : skipSpace(text, keyEnd);
  if (keyEnd === undefined || text[colon] !== ':') return undefined;
  const valueStart = skipSpace(text, colon + 1);
  const object = depth < 2 && text[valueStart] === '{' ? scanObject(text, valueStart, depth + 1) : undefined;
  const valueEnd = object?.end ?? endOfValue(text, valueStart);
  if (valueEnd === undefined) return undefined;
  return { key: text.slice(at + 1, keyEnd - 1), valueStart, valueEnd, members: object?.members ?? [] };
}

const restOfLine = /[ \t]*(?:\/\/[^\r\n]*)?\r?\n/y;

/** What stands behind a comma on its line belongs to what is before the comma. */
function memberStart(text: string, behind: number): number {
  return endOfMatch(restOfLine, text, behind) ?? behind;
}

const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[\s,}\]/]|$)/y;

function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function endOfValue(text: string, at: number): number | undefined {
  const character = text[at];
  if (character === '{' || character === '[') return endOfBrackets(text, at);
  return character === '"' ? endOfString(text, at) : endOfMatch(scalar, text, at);
}

/** The end of a value in brackets; undefined when they do not pair up. */
function endOfBrackets(text: string, open: number): number | undefined {
  const closers: string[] = [];
  for (let at = open; at < text.length; at++) {
    switch (text[at]) {
      case '{':
        closers.push('}');
        break;
      case '[':
        closers.push(']');
        break;
      case '}':
      case ']':
        if (closers.pop() !== text[at]) return undefined;
        if (closers.length === 0) return at + 1;
        break;
      case '"':
      case '/': {
        const end = endOfStringInLine(text, at) ?? endOfComment(text, at);
        if (end !== undefined) at = end - 1;
        else if (text[at + 1] === '*') return undefined;
        break;
      }
      default:
    }
  }
  return undefined;
}
