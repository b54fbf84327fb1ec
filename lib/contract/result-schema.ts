import { schemaBook } from './openapi-schemas.ts';
import { publicResult } from './publication-views.ts';

/** The JSON Schema of results.json, derived from the view that writes it: whoever reads the data can check it. */
export function resultSchemaText(): string {
  const book = schemaBook('#/$defs/');
  const root = book.refer(publicResult, 'output');
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The published result of an edition of the contest',
    ...root,
    $defs: book.named(),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
