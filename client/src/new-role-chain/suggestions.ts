import { type Draft, splitRole } from './draft.ts';

/** A name has at most 64 characters, and the endings of ours need room. */
const longest = 48;

/** What the roles are called after: the function, or what else assumes the source role. */
function nameOfSource({ source, functionName = '', service, provider }: Draft): string {
  switch (source) {
    case undefined:
    case 'function':
      return functionName;
    case 'service':
      return service?.service.split('.')[0] ?? '';
    case 'federated':
      return provider ?? '';
    default:
      return source satisfies never;
  }
}

function baseOf(draft: Draft): string {
  // Of a function's ARN pattern, or of whatever else may come, the characters that a role name can have.
  return (
    nameOfSource(draft)
      .replace(/[^\w+=,.@-]/g, '')
      .slice(0, longest) || 'chain'
  );
}

/** A name for the source role, to begin with. */
export function suggestSourceRole(draft: Draft): string {
  return `${baseOf(draft)}-source`;
}

/** Path and name for the target role, to begin with. `path` is where the targets live unless something is said. */
export function suggestTargetRole(draft: Draft, path: string): string {
  return `${path}${baseOf(draft)}-target`;
}

/** A folder for the files, called after the source role: `role-chains/scanner`. */
export function suggestFolder({ sourceRole = '' }: Draft): string {
  const name = splitRole(sourceRole)
    .name.replace(/-(source|role)$/i, '')
    .replace(/[^\w.-]/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return `role-chains/${name || 'chain'}`;
}

/** The shape of the service's ARN with what is known of it; the words in `<…>` are for the person to replace. */
export function suggestResource({ service, region = '', account = '' }: Draft): string {
  return (service?.resource ?? '')
    .replace('<Region>', region || '<Region>')
    .replace('<Account>', account || '<Account>');
}
