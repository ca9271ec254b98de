import type { HoverBlock } from '../hover-hop.ts';

/** A part of a hover with a page to read on. Sentences have their full stops; names stand in backticks. */
export interface HoverText extends HoverBlock {
  readonly link?: Link;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}
