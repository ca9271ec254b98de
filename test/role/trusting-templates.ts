import assert from 'node:assert/strict';
import { applyChanges } from '../../server/src/edit/change.ts';
import { analyse, type DocumentFinding } from '../../server/src/service/analysis.ts';

/** A role that trusts a service, and what more is written of it, as lines of `Properties`. */
export function role(id: string, service: string, properties = ''): string {
  return `  ${id}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: ${service} }
            Action: sts:AssumeRole
${indent(properties, 6)}`;
}

/** Any resource, its properties as lines. */
export function resource(id: string, type: string, properties: string): string {
  return `  ${id}:\n    Type: ${type}\n    Properties:\n${indent(properties, 6)}`;
}

/** A template of these resources. */
export function template(...resources: readonly string[]): string {
  return `Parameters:\n  Name:\n    Type: String\nResources:\n${resources.join('')}`;
}

/** What `trust-missing-source-arn` finds in a text. */
export function findMissingPins(text: string, path = 'template.yaml'): readonly DocumentFinding[] {
  const thrown: unknown[] = [];
  const { findings } = analyse({ path, text }, { rules: {} }, undefined, (_, error) => thrown.push(error));
  assert.deepEqual(thrown, []);
  return findings.filter(({ rule }) => rule === 'trust-missing-source-arn');
}

/** The text after the first fix of the only finding; the finding must be gone then, and the text well-formed. */
export function pin(text: string, path = 'template.yaml'): string {
  const [finding, ...others] = findMissingPins(text, path);
  assert.deepEqual(others, []);
  const changes = finding?.fixes[0]?.changes();
  assert.ok(changes, 'there is no fix');
  const result = applyChanges(text, changes);
  const { findings } = analyse({ path, text: result }, { rules: {} });
  assert.deepEqual(
    findings.filter(({ rule, severity }) => rule === 'trust-missing-source-arn' || severity === 'error'),
    [],
    result,
  );
  return result;
}

function indent(lines: string, by: number): string {
  const trimmed = lines.trim();
  return trimmed === '' ? '' : `${trimmed.replace(/^(?=.)/gm, ' '.repeat(by))}\n`;
}
