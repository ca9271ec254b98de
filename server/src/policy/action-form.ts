/** `*`, or a service and an action on both sides of one colon. That they exist is not asked. */
export function isWellFormedAction(text: string): boolean {
  return /^(?:\*+|[^:\s]+:[^:\s]+)$/.test(text);
}
