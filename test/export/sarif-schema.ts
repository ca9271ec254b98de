import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const {
  $schema: _draft4,
  id: _id,
  ...schema
} = JSON.parse(readFileSync('test/fixtures/sarif/sarif-2.1.0-rtm.5.schema.json', 'utf8'));

// Draft 4 and draft 7 differ in nothing that this schema uses but the name of its id.
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  // One of its patterns is sloppy.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'file:///base/') && !/[\s<>"{}|\\^`]/.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
});

const validate = ajv.compile(schema);

/** What the schema of SARIF 2.1.0 says against a log; empty where it is valid. */
export function sarifErrors(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
