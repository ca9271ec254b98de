/** The linters that Role Chain is compared with, in the order of the lists; `source` is where their checks are listed. */
export const linters = {
  accessAnalyzer: {
    title: 'IAM Access Analyzer',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  },
  parliament: {
    title: 'parliament',
    source: 'https://github.com/duo-labs/parliament/blob/main/parliament/config.yaml',
  },
  cfnLint: { title: 'cfn-lint', source: 'https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md' },
  cfnNag: { title: 'cfn_nag', source: 'https://github.com/stelligent/cfn_nag/tree/master/lib/cfn-nag/custom_rules' },
  checkov: { title: 'Checkov', source: 'https://www.checkov.io/5.Policy%20Index/cloudformation.html' },
  boogy: {
    title: 'IAM Policy Validator',
    source: 'https://github.com/boogy/iam-policy-validator/tree/main/iam_validator/checks',
  },
  prowler: {
    title: 'Prowler',
    source: 'https://github.com/prowler-cloud/prowler/tree/master/prowler/providers/aws/services/iam',
  },
  guard: {
    title: 'AWS Guard Rules Registry',
    source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws',
  },
  cloudsplaining: { title: 'Cloudsplaining', source: 'https://cloudsplaining.readthedocs.io/' },
} as const;

export type Linter = keyof typeof linters;

/** The linters as a list, Access Analyzer first. */
export const linterNames: readonly Linter[] = Object.keys(linters).filter(isLinter);

/** What linters call the same thing. Access Analyzer's names are words, those of the others ids. */
export type OtherNames = { readonly [each in Linter]?: readonly string[] };

/** A check of another linter. Which of our rules answer it, the rules say: see `names-of-rules.ts`. */
export interface OtherCheck {
  readonly name: string;
  /** What it finds, where the name does not say it. */
  readonly finds?: string;
  /** What our rules find of it, where that is not all: the rest of "found by `rule`, …". */
  readonly inPart?: string;
  /** Why none of our rules finds it: one or more sentences. */
  readonly leftOut?: string;
}

function isLinter(name: string): name is Linter {
  return name in linters;
}
