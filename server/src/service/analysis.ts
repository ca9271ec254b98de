import { editBetween, type LongText, longText, type TextEdit } from '../base/long-text.ts';
import { oncePer } from '../base/once.ts';
import { type Span, shift } from '../base/span.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { AcceptedFinding } from '../lint/baseline.ts';
import type { ConfiguredSuppression } from '../lint/configuration.ts';
import type { ReadConfiguration } from '../lint/configuration-read.ts';
import { isSameKnowledge, type KnownOrganizations, noOrganizations } from '../lint/known-organizations.ts';
import type { FragmentModel } from '../lint/model.ts';
import type { RuleSettings } from '../lint/run.ts';
import { kindNames, type PolicyKind } from '../policy/kind.ts';
import { formatOf, longestBlankBeginning } from '../syntax/format.ts';
import type { Format, SyntaxFile } from '../syntax/fragment.ts';
import { readEdited, readFile } from '../syntax/read.ts';
import { acceptAsTheyStand } from './accept.ts';
import { analyseConfiguration, isConfigurationPath } from './analyse-configuration.ts';
import { type CheckedDocument, checkDocument, type FragmentFindings } from './check-document.ts';
import { largestText } from './largest-text.ts';
import { type DocumentFinding, placeFindings, sortFindings } from './place-findings.ts';
import { mayHoldPolicy } from './recognise.ts';
import { withoutSuperseded } from './superseded.ts';

export type { DocumentFinding, DocumentFix } from './place-findings.ts';

export interface AnalysisRequest {
  /** File path or name, `/` separated; decides format and, for a policy that stands alone, the kind by file name. */
  readonly path: string;
  /** A `LongText` is not read from end to end where `previous` knows what was edited in it. */
  readonly text: string | LongText;
  /** The editor's language id where there is one: `json`, `jsonc`, `yaml`. */
  readonly languageId?: string;
}

export interface AnalysisOptions {
  readonly rules: RuleSettings;
  /** The user's explicit word on the kind of a policy that stands alone. */
  readonly kind?: PolicyKind;
  /** Leave out what the editor reports itself: syntax errors and duplicate keys of the file's own text, not of strings in it. */
  readonly editorReportsSyntax?: boolean;
  /** What AWS documents of actions and condition keys. Without it nothing is said of whether a name exists. */
  readonly iamData?: IamData;
  /** Those of the configuration that name this file. */
  readonly suppressions?: readonly ConfiguredSuppression[];
  /** The entries of the baseline for this file. */
  readonly accepted?: readonly AcceptedFinding[];
  /** Only read what the file says: no rule is asked. */
  readonly withoutRules?: boolean;
  /** Rules of scope `workspace` have been asked too: a suppression of theirs may be of no use. */
  readonly readsWorkspace?: boolean;
  /** What rules may compare ids and paths with; without it they are silent on those. */
  readonly organizations?: KnownOrganizations;
  /** For a configuration: what was read of it and of the files that it names. Without it they are not looked at. */
  readonly configuration?: ReadConfiguration;
}

/** What is known of one text. Offsets count UTF-16 code units from its start. */
export interface Analysis {
  readonly format: Format;
  /** False: neither a policy nor a template; there are no policies and no findings then. */
  readonly recognised: boolean;
  /** Longer than `largestText`, so that nothing is known of it. */
  readonly isTooLong?: true;
  /** Put together each time it is asked for. */
  readonly policies: () => readonly RecognisedPolicy[];
  /** Those that are neither suppressed nor accepted, by position. */
  readonly findings: readonly DocumentFinding[];
  /** Of `AnalysisOptions.suppressions`, those that hid a finding. */
  readonly usedSuppressions: readonly ConfiguredSuppression[];
  /** The text, as it was given. What keeps `state` does not keep this. */
  readonly source: LongText;
  /** What the next analysis of the same document may use again. */
  readonly state: AnalysisState | undefined;
}

export interface RecognisedPolicy {
  readonly kind: PolicyKind;
  readonly span: Span;
  /** `trust policy of SourceRole`. */
  readonly label: string;
}

export interface AnalysisState {
  readonly optionsKey: string;
  readonly organizations: KnownOrganizations;
  readonly file: SyntaxFile;
  readonly documents: readonly CheckedDocument[];
  /** False where the parser was given another text, of the same length. */
  readonly isReadAsGiven: boolean;
}

/**
 * Reads and checks a text. `previous`, an analysis of an earlier text of the same document, only saves work. Never
 * throws on what a user wrote; `onRuleError` is told when a rule of ours throws.
 */
export function analyse(
  request: AnalysisRequest,
  options: AnalysisOptions,
  previous?: Analysis,
  onRuleError: (rule: string, error: unknown) => void = () => {},
): Analysis {
  const { path, languageId } = request;
  const text = longText(request.text);
  if (text.length > largestText) return unrecognised({ format: 'json', text, isTooLong: true });
  if (isConfigurationPath(path)) return analyseConfiguration(text.whole(), options, options.configuration);
  const format = formatOf(path, languageId, text.slice(0, longestBlankBeginning));
  const { rules, kind, editorReportsSyntax, iamData, organizations = noOrganizations, withoutRules } = options;
  const optionsKey = JSON.stringify([path, format, rules, kind, editorReportsSyntax, withoutRules, iamData?.version]);
  const reusable = canReuse(previous?.state, optionsKey, organizations) ? previous?.state : undefined;
  const edited = reusable && previous && readAsEdited(reusable, previous.source, text);
  if (format === undefined || (edited === undefined && !mayHoldPolicy(text.whole())))
    return unrecognised({ format: format ?? 'json', text });
  const read = edited === undefined ? withLineFeeds(text.whole(), format) : undefined;
  const file = edited ?? readFile(read ?? '', format, reusable?.file);
  const documents = file.documents.map((document, index) =>
    checkDocument({ document, format, path, options, onRuleError }, reusable?.documents[index]),
  );
  const isReadAsGiven = read === undefined || read === text.whole();
  const state = { optionsKey, organizations, file, documents, isReadAsGiven };
  if (!documents.some((each) => each.recognised)) return unrecognised({ format, text, state });
  const checked = { text: read === undefined || isReadAsGiven ? text : longText(read), format, documents };
  const { findings, used } = acceptAsTheyStand(checked, placeFindings(documents), options);
  return asAnalysis(text, state, format, sortFindings(withoutSuperseded(findings)), used);
}

function unrecognised(
  known: Pick<Analysis, 'format' | 'isTooLong'> & { readonly text: LongText; readonly state?: AnalysisState },
): Analysis {
  const { text, state, ...rest } = known;
  return { ...rest, recognised: false, policies: () => [], findings: [], usedSuppressions: [], source: text, state };
}

/** An analysis of a text that is recognised. */
export function asAnalysis(
  source: LongText,
  state: AnalysisState,
  format: Format,
  findings: readonly DocumentFinding[],
  usedSuppressions: readonly ConfiguredSuppression[],
): Analysis {
  const policies = () => state.documents.flatMap((each) => each.fragments.flatMap(describePolicies));
  return { format, recognised: true, policies, findings, usedSuppressions, source, state };
}

/**
 * What is in the file now, where all that was edited since is inside of resources that are read by themselves. What
 * tells that it is a file of ours stands before those, and is not looked for again.
 */
function readAsEdited(
  { file, isReadAsGiven }: AnalysisState,
  before: LongText,
  text: LongText,
): SyntaxFile | undefined {
  const edit = isReadAsGiven ? editBetween(before, text) : undefined;
  if (edit === undefined || (file.format === 'yaml' && mayMakeLineEnds(text, edit))) return undefined;
  const edited = readEdited(file, edit);
  const fragments = edited?.documents[0]?.fragments ?? [];
  const head = fragments.slice(0, fragments.findIndex(({ tree }) => tree.path.length === 2) + 1);
  return mayHoldPolicy(head.map((each) => each.text).join('')) ? edited : undefined;
}

/** A CR that is alone now, or is so no more. */
function mayMakeLineEnds(text: LongText, { start, inserted }: TextEdit): boolean {
  return inserted.includes('\r') || text.slice(start - 1, start) === '\r';
}

/** YAML also takes a lone CR for the end of a line, which our parser does not. No offset changes. */
export function withLineFeeds(text: string, format: Format): string {
  return format === 'yaml' && text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

function canReuse(state: AnalysisState | undefined, optionsKey: string, organizations: KnownOrganizations): boolean {
  return state?.optionsKey === optionsKey && isSameKnowledge(state.organizations, organizations);
}

function describePolicies({ fragment, model }: FragmentFindings): readonly RecognisedPolicy[] {
  return policiesOf(model).map(({ kind, span, label }) => ({ kind, span: shift(span, fragment.start), label }));
}

/** With offsets in the fragment. */
const policiesOf = oncePer((model: FragmentModel): readonly RecognisedPolicy[] =>
  [model, ...model.nested]
    .flatMap(({ policies }) => policies)
    .map((policy) => ({
      kind: policy.kind,
      span: policy.embedding?.host.span ?? policy.root.span,
      label: policy.owner ? `${kindNames[policy.kind]} of ${policy.owner.id}` : kindNames[policy.kind],
    })),
);
