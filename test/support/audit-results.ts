import { isDeepStrictEqual } from 'node:util';
import type { PublishedResult } from '../../lib/contest/publication.ts';
import type { Item } from '../../lib/platform/table.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { readAll } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { resultSchema } from '../../lib/store/publication-schemas.ts';

/**
 * Where what is published is not a whole line of versions, each on an outcome that is kept and on an act in the ledger; each
 * finding is a sentence.
 */
export function resultFindings(main: readonly Item[], ledger: readonly Item[]): string[] {
  const newest = readAll(
    resultSchema,
    main.filter(({ sk }) => sk === 'RESULT'),
  );
  return newest.flatMap((result) => {
    const { editionId, resultVersion } = result;
    const { pk } = keys.result(editionId);
    const numbered = readAll(
      resultSchema,
      main.filter((item) => item.pk === pk && item.sk.startsWith('RESULT#')),
    ).sort((a, b) => a.resultVersion - b.resultVersion);
    const numbers = numbered.map((version) => version.resultVersion);
    const whole = Array.from({ length: resultVersion }, (_, at) => at + 1);
    const published = ledger.filter(
      ({ subject, operation, detail }) =>
        subject === `result/${editionId}` && (operation === 'publishPlanned' || hasVersion(detail)),
    );
    return [
      ...(numbers.join() === whole.join() ? [] : [`${editionId} has the versions ${numbers}`]),
      ...(isDeepStrictEqual(numbered.at(-1), result) ? [] : [`${editionId} shows no version`]),
      ...numbered.flatMap((version) => versionFindings(version, numbered, main)),
      ...(published.length >= resultVersion ? [] : [`${editionId} has a version of nobody`]),
    ];
  });
}

const hasVersion = (detail: unknown): boolean =>
  typeof detail === 'object' && detail !== null && 'resultVersion' in detail;

function versionFindings(
  version: PublishedResult,
  all: readonly PublishedResult[],
  main: readonly Item[],
): string[] {
  const { editionId, resultVersion, digest, earlier, reason } = version;
  const name = `version ${resultVersion} of ${editionId}`;
  const before = all.filter((one) => one.resultVersion < resultVersion);
  const told = earlier.map((one) => `${one.resultVersion} ${one.publishedAt}`).join();
  const was = before.map((one) => `${one.resultVersion} ${one.publishedAt}`).join();
  const parts = main
    .filter(({ pk }) => pk.startsWith(`OUTCOME#${editionId}#`) && pk.endsWith(`#${digest}`))
    .filter(({ sk }) => sk.startsWith('PART#'))
    .sort((a, b) => (a.sk < b.sk ? -1 : 1));
  const text = parts.map((part) => part['text']).join('');
  return [
    ...(told === was ? [] : [`${name} tells of ${told} before it`]),
    ...(sha256Hex(text) === digest ? [] : [`${name} stands on an outcome that is not kept`]),
    ...((reason === undefined) === (resultVersion === 1) ? [] : [`${name} lacks a reason`]),
  ];
}
