import type { PublishedResult } from '../../lib/contest/publication.ts';
import { publicResult } from '../../lib/contract/publication-views.ts';
import { resultSchemaText } from '../../lib/contract/result-schema.ts';
import { pageLanguages } from './page-words.ts';
import { resultPage } from './result-page.ts';

/** A public file to be written. */
export interface ResultFile {
  readonly name: string;
  readonly text: string;
  readonly contentType: string;
}

const json = 'application/json; charset=utf-8';
const html = 'text/html; charset=utf-8';

/** Where the JSON Schema of all results is, from whatever edition. */
const schemaName = 'results/results.schema.json';

/**
 * The public files of a result, of its newest version and of each one, in the order in which they are to be written: the
 * newest pages last, as they link to all others.
 */
export function resultFiles(versions: readonly PublishedResult[]): ResultFile[] {
  const newest = versions.at(-1);
  if (!newest) return [];
  const folder = `results/${newest.editionId}`;
  const files: ResultFile[] = [{ name: schemaName, text: resultSchemaText(), contentType: json }];
  for (const version of versions) {
    const name = `${folder}/versions/${version.resultVersion}`;
    files.push({ name: `${name}.json`, text: dataOf(version), contentType: json });
    for (const language of pageLanguages) {
      const text = resultPage(version, { language, isNewest: false });
      const suffix = language === 'vi' ? '.html' : '.en.html';
      // A version that nothing has replaced is only told apart by its address.
      if (version !== newest) files.push({ name: `${name}${suffix}`, text, contentType: html });
    }
  }
  files.push({ name: `${folder}/results.json`, text: dataOf(newest), contentType: json });
  for (const [name, language] of [
    ['en', 'en'],
    ['index', 'vi'],
  ] as const) {
    const text = resultPage(newest, { language, isNewest: true });
    files.push({ name: `${folder}/${name}.html`, text, contentType: html });
  }
  return files;
}

/** As the API answers: what its view does not name is nobody's. */
const dataOf = (version: PublishedResult): string =>
  `${JSON.stringify(publicResult.parse(version), undefined, 2)}\n`;
