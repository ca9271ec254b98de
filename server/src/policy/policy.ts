import type { Format } from '../syntax/fragment.ts';
import { child, type Node, type StringNode, type SyntaxProblem } from '../syntax/node.ts';
import { listItems } from './alternatives.ts';
import type { PolicyKind } from './kind.ts';
import { readStatement } from './read-statement.ts';
import type { Substitution } from './read-value.ts';
import type { Statement } from './statement.ts';

/** A place where a policy document stands. */
export interface PolicySite {
  readonly kind: PolicyKind;
  /** What said so, first answer wins; see `kindOfSite`. */
  readonly kindFrom: 'user' | 'property' | 'content' | 'file name' | 'default';
  /** The document (`{Version, Statement}`), or its statements alone where `shape` says so. */
  readonly root: Node;
  readonly shape: 'document' | 'statements';
  /** Where the document is given as a string: the string, and what is malformed in it. */
  readonly embedding?: Embedding;
  readonly owner?: Owner;
  readonly substitution: Substitution;
}

export interface Embedding {
  readonly host: StringNode;
  readonly format: Format;
  /** The string is the argument of an `Fn::Sub`: `${name}` in it is CloudFormation's. */
  readonly isSub: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/** The resource of a template, or the entity of a command-line output, that a document belongs to. */
export interface Owner {
  /** Logical id, or the role's or user's name in an output. */
  readonly id: string;
  /** `AWS::IAM::Role`; in outputs `role`, `user`, `group`, `policy`. */
  readonly type: string;
  /** The property path as written in the table, `AssumeRolePolicyDocument`. */
  readonly property: string;
  /** The resource's body (`Type`, `Properties`, ...) or the entity's object. */
  readonly node: Node;
}

/** A policy document, read. */
export interface Policy extends PolicySite {
  readonly statements: readonly Statement[];
}

/** Reads the statements of a site. Statements that are not objects are left out. */
export function readPolicy(site: PolicySite): Policy {
  const list = site.shape === 'statements' ? site.root : child(site.root, 'Statement');
  const nodes = list === undefined ? [] : listItems(list);
  const statements = nodes.flatMap((node, index) =>
    node.type === 'object' ? [readStatement(node, index, site.substitution)] : [],
  );
  return { ...site, statements };
}
