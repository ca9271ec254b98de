import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { shift } from '../base/span.ts';
import type { TextChange } from '../edit/change.ts';
import { plain, snippetText } from '../edit/change.ts';
import type { OrganizationCompletion, OrganizationCompletions } from '../features/complete-organization.ts';
import type { Completions, CompletionItem as Item, OfferKind, Subject } from '../features/completion/offer.ts';
import type { Client } from './client.ts';
import { rangeOf } from './diagnostics.ts';
import { isRecord } from './record.ts';
import { relativeToLine } from './snippet-indent.ts';

/** Where items are offered: `start` is where the offsets of their spans count from. */
export interface ItemPlace {
  readonly document: TextDocument;
  readonly start: number;
  readonly client: Client;
}

/** Ids of organizations, units and accounts. */
export function createOrganizationItems(
  { items, span }: OrganizationCompletions,
  { document, start, client }: ItemPlace,
): readonly CompletionItem[] {
  const range = rangeOf(document, shift(span, start));
  return items.map(
    ({ kind, label, detail, description, filterText, newText }): CompletionItem => ({
      label,
      ...(client.labelDetails && description !== undefined && { labelDetails: { description } }),
      kind: kindsOfIds[kind],
      detail,
      filterText,
      textEdit: { range, newText },
    }),
  );
}

const kindsOfIds: Readonly<Record<OrganizationCompletion['kind'], CompletionItemKind>> = {
  path: CompletionItemKind.Folder,
  organization: CompletionItemKind.Module,
  account: CompletionItemKind.Constant,
};

/** What the grammar and the data of AWS know. */
export function createPolicyItems({ items }: Completions, place: ItemPlace): readonly CompletionItem[] {
  return items.flatMap((item) => createItem(item, place) ?? []);
}

function createItem(item: Item, { document, start, client }: ItemPlace): CompletionItem | undefined {
  const { offer, additional, quote } = item;
  const change = { span: shift(item.replace, start), parts: item.parts };
  const written = client.completionSnippets ? asSnippet(change, document, client) : asText(change, document, client);
  if (written === undefined) return undefined;
  const { label, description, detail, subject } = offer;
  const replace = rangeOf(document, change.span);
  const insert = rangeOf(document, shift(item.insert, start));
  const { newText } = written;
  return {
    label,
    kind: kinds[offer.kind],
    ...(client.labelDetails && description !== undefined && { labelDetails: { description } }),
    ...(detail === undefined
      ? !client.labelDetails && description !== undefined && { detail: description }
      : { detail }),
    // What is looked for is the label where nothing else is said; some editors take the range of such items only.
    ...(item.filterText !== label && { filterText: item.filterText }),
    textEdit: client.insertReplace ? { newText, insert, replace } : { newText, range: replace },
    ...(written.isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(client.adjustsIndentation && newText.includes('\n') && { insertTextMode: InsertTextMode.adjustIndentation }),
    ...(additional.length > 0 && {
      additionalTextEdits: additional.map(({ span, newText }) => ({
        range: rangeOf(document, shift(span, start)),
        newText,
      })),
    }),
    ...(client.commitCharacters && offer.isWhole && quote && { commitCharacters: [quote] }),
    ...(subject && { data: subject }),
    // The editor's own command: what comes next is offered without a key.
    ...(offer.goesOn &&
      client.options.commands?.includes(suggestAgain) && {
        command: { title: 'Suggest', command: suggestAgain },
      }),
  };
}

/** A command of VS Code that its client names. */
const suggestAgain = 'editor.action.triggerSuggest';

interface Written {
  readonly newText: string;
  readonly isSnippet: boolean;
}

/** An editor's snippet engine indents by itself, whatever it says of text. */
function asSnippet(change: TextChange, document: TextDocument, client: Client): Written | undefined {
  if (change.parts.every((part) => typeof part === 'string')) return asText(change, document, client);
  const relative = relativeToLine(change, document);
  if (relative === undefined) return undefined;
  // A place without a name has nothing to show.
  const newText = snippetText(relative).replace(/\$\{(\d+):<>\}/g, '$$$1');
  return { newText, isSnippet: true };
}

/**
 * An editor that cannot adjust the indentation inserts the text as it is. Without tab stops the cursor stays at its end:
 * a line that is only begun is left to the person, the more so as some editors have no items of several lines.
 */
function asText(change: TextChange, document: TextDocument, client: Client): Written | undefined {
  const written = client.adjustsIndentation ? relativeToLine(change, document) : change;
  const named = written?.parts.filter((part) => typeof part === 'string' || part.name !== '');
  if (named === undefined) return undefined;
  const text = plain(named);
  return { newText: client.completionSnippets ? text : text.replace(/\n[ \t]*$/, ''), isSnippet: false };
}

const kinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  element: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  service: CompletionItemKind.Module,
  action: CompletionItemKind.Function,
  wildcard: CompletionItemKind.Interface,
  operator: CompletionItemKind.Operator,
  key: CompletionItemKind.Field,
  principal: CompletionItemKind.Class,
  resource: CompletionItemKind.Reference,
  role: CompletionItemKind.Class,
  guard: CompletionItemKind.Snippet,
};

/** What an item says that it is about; it comes back from the editor as it was sent. */
export function readSubject(data: unknown): Subject | undefined {
  if (!isRecord(data)) return undefined;
  const { of, name } = data;
  const found = subjects.find((each) => each === of);
  return found && typeof name === 'string' ? { of: found, name } : undefined;
}

const subjects: readonly Subject['of'][] = ['action', 'key', 'service', 'element', 'operator', 'principal'];
