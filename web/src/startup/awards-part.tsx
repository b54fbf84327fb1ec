import { certificatePath } from '../../../lib/contest/certificate.ts';
import { certificateRoutes } from '../../../lib/contract/certificate-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { useAct } from '../desk/use-act.ts';
import { useLanguage, useWords } from '../language.tsx';
import type { useResult } from '../public/edition-query.ts';
import { Failure } from '../ui/failure.tsx';
import { afterWords } from '../words/after-words.ts';
import type { Entry } from './opening.ts';

type Result = NonNullable<ReturnType<typeof useResult>['data']>;
type Award = Result['awards'][number];

/** What the entry won, with its certificates. */
export function AwardsPart({ entry, result }: { readonly entry: Entry; readonly result: Result }) {
  const after = useWords(afterWords);
  const awards = result.awards.filter(({ code }) => code === entry.code);
  if (awards.length === 0) return null;
  return (
    <section aria-labelledby="award">
      <h2 id="award">{after.award}</h2>
      {awards.map((award) => (
        <AwardCard key={award.prizeId} award={award} entry={entry} />
      ))}
    </section>
  );
}

function AwardCard({ award, entry }: { readonly award: Award; readonly entry: Entry }) {
  const { of } = useLanguage();
  const after = useWords(afterWords);
  const { editionId, entryId } = entry;
  const { prizeId } = award;
  // A link lives for a minute, so that one is asked for by each press.
  const certificate = useAct(
    async (prize: string, _key) =>
      (
        await api.call(certificateRoutes.getCertificate, {
          path: { editionId, entryId, prizeId: prize },
        })
      ).body,
    ({ url }) => location.assign(url),
  );
  const { error, data } = certificate;
  const isMissing = error instanceof ProblemError && error.code === 'not-found';
  return (
    <div class="notice good">
      <p>
        <strong>{of(award.prize)}</strong>
      </p>
      {data === undefined ? null : (
        <p>
          {after.certificateCode}: <a href={certificatePath(data.code)}>{data.code}</a>
        </p>
      )}
      {isMissing ? <p role="status">{after.noCertificate}</p> : null}
      {error === null || isMissing ? null : <Failure error={error} />}
      <button
        type="button"
        class="quiet"
        disabled={certificate.isPending}
        onClick={() => certificate.mutate(prizeId)}
      >
        {after.openCertificate}
      </button>
    </div>
  );
}
