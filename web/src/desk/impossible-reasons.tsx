import { useLanguage, useWords } from '../language.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import type { ImpossibleReason } from './proposal.ts';
import type { Names } from './use-names.ts';

/** Why no assignment meets the wishes, and what can be done. */
export function ImpossibleReasons(props: {
  readonly reasons: readonly ImpossibleReason[];
  readonly names: Names;
}) {
  const words = useWords(roundWords);
  return (
    <div class="notice alarm" role="alert">
      <h3>{words.impossible}</h3>
      {props.reasons.map((reason, at) => (
        <Reason key={`${reason.code} ${at}`} reason={reason} names={props.names} />
      ))}
      <p>{words.whatToDo}</p>
    </div>
  );
}

function Reason(props: { readonly reason: ImpossibleReason; readonly names: Names }) {
  const { reason, names } = props;
  const { format } = useLanguage();
  const { because, impossibleTexts: texts } = useWords(roundWords);
  const { count } = format;
  switch (reason.code) {
    case 'fixed-in-conflict':
      return (
        <Lines
          title={texts.fixedInConflict}
          lines={reason.pairs.map(
            ({ entryId, judgeId }) => `${names.entry(entryId)} – ${names.person(judgeId)}`,
          )}
        />
      );
    case 'fixed-over-demand':
      return (
        <p>
          {texts.fixedOverDemand(
            names.entry(reason.entryId),
            count(reason.fixed),
            count(reason.demand),
          )}
        </p>
      );
    case 'fixed-over-load':
      return (
        <p>
          {texts.fixedOverLoad(
            names.person(reason.judgeId),
            count(reason.fixed),
            count(reason.atMost),
          )}
        </p>
      );
    case 'too-few-judges':
      return (
        <Lines
          title={texts.tooFewJudges(
            count(reason.missing),
            reason.because.map((one) => because[one]).join(', '),
          )}
          lines={[
            ...reason.entries.map(({ entryId, wants, others }) =>
              texts.entryWants(names.entry(entryId), count(wants), count(others)),
            ),
            ...reason.fullJudges.map(({ judgeId, places }) =>
              texts.judgeFull(names.person(judgeId), count(places)),
            ),
          ]}
        />
      );
    case 'too-few-cards':
      return (
        <Lines
          title={texts.tooFewCards(count(reason.missing))}
          lines={reason.judges.map(({ judgeId, wants }) =>
            texts.judgeWants(names.person(judgeId), count(wants)),
          )}
        />
      );
    case 'disconnected':
      return (
        <Lines
          title={texts.disconnected(count(reason.components.length))}
          lines={reason.components.map(({ entryIds, judgeIds }) =>
            [...judgeIds.map(names.person), ...entryIds.map(names.entry)].join('; '),
          )}
        />
      );
  }
}

/** A sentence and what it is about; a long list is cut open on demand. */
function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const list = (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  if (lines.length <= 8) {
    return (
      <>
        <p>{title}</p>
        {list}
      </>
    );
  }
  return (
    <details>
      <summary>{title}</summary>
      {list}
    </details>
  );
}
