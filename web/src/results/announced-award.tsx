import { useLanguage, useWords } from '../language.tsx';
import { announcementWords } from '../words/announcement-words.ts';
import type { PublicResult } from './use-published-file.ts';

type Award = PublicResult['awards'][number];

/** One winner, large enough for the last row. */
export function AnnouncedAward(props: { readonly award: Award; readonly result: PublicResult }) {
  const { award, result } = props;
  const { of } = useLanguage();
  const words = useWords(announcementWords);
  const track = result.tracks.find(({ id }) => id === award.trackId);
  return (
    <div class="award">
      <p class="prize">
        {of(award.prize)}
        {award.joint ? ` (${words.joint})` : ''}
      </p>
      <h2>{award.title}</h2>
      <p class="who">{award.applicantName ?? words.unnamed}</p>
      <p class="soft">
        {award.code}
        {track === undefined ? '' : ` · ${of(track.name)}`}
      </p>
      {award.publicSummary === undefined ? null : <p class="summary">{award.publicSummary}</p>}
    </div>
  );
}

/** Everybody who won something, the best first. */
export function WholeResult(props: {
  readonly awards: readonly Award[];
  readonly result: PublicResult;
}) {
  const { awards, result } = props;
  const { of } = useLanguage();
  const words = useWords(announcementWords);
  return (
    <>
      <h2>{words.all}</h2>
      <ol class="whole">
        {awards.map(({ prizeId, code, prize, title, applicantName }) => (
          <li key={`${prizeId} ${code}`}>
            <strong>{of(prize)}</strong> {title}
            <span class="soft">{applicantName ?? words.unnamed}</span>
          </li>
        ))}
      </ol>
      <p class="soft">
        {result.decision.documentNumber} · {of(result.organiser)}
      </p>
    </>
  );
}
