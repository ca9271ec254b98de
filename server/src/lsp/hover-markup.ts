import { type MarkupContent, MarkupKind } from 'vscode-languageserver/node';
import type { HoverText } from '../features/hover/hover-text.ts';
import type { HoverBlock } from '../features/hover-hop.ts';
import type { OrganizationHover } from '../features/hover-organization.ts';
import { escapeMarkdown, sentenceMarkdown, sentencePlain } from '../features/sentence-markdown.ts';
import type { Client } from './client.ts';

/** A part of a hover, in both forms. */
export interface Markup {
  readonly markdown: string;
  readonly plain: string;
}

export function organizationMarkup({ title, details }: OrganizationHover): Markup {
  return {
    plain: [title, ...details].join('\n'),
    markdown: [`**${escapeMarkdown(title)}**`, ...details.map(escapeMarkdown)].join('\n\n'),
  };
}

export function blocksMarkup(blocks: readonly HoverBlock[]): Markup {
  return {
    plain: blocks.map(({ title, details }) => [title, ...details].map(sentencePlain).join('\n')).join('\n\n'),
    markdown: blocks
      .map(({ title, details }) =>
        [`**${sentenceMarkdown(title)}**`, details.map((each) => `- ${sentenceMarkdown(each)}`).join('\n')]
          .filter((part) => part !== '')
          .join('\n\n'),
      )
      .join('\n\n'),
  };
}

/** The details on lines of their own, and the link behind them. */
export function textMarkup({ title, details, link }: HoverText): Markup {
  const lines = details.map(sentenceMarkdown).join('  \n');
  return {
    plain: [title, ...details].map(sentencePlain).join('\n') + (link ? `\n${link.label}: ${link.url}` : ''),
    markdown: [`**${sentenceMarkdown(title)}**`, lines, link ? `[${link.label}](${link.url})` : '']
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

export function hoverContents(told: readonly Markup[], { markdownHover }: Client): MarkupContent {
  return markdownHover
    ? { kind: MarkupKind.Markdown, value: told.map(({ markdown }) => markdown).join('\n\n---\n\n') }
    : { kind: MarkupKind.PlainText, value: told.map(({ plain }) => plain).join('\n\n') };
}
