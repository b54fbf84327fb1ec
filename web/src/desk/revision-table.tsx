import { useLanguage, useWords } from '../language.tsx';
import { Scrolling } from '../results/scrolling.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';

interface Revision {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly act: string;
  readonly changes: readonly string[];
  readonly reason?: string | undefined;
}

/** Every version of something that people may put right: when, who, what and why. The first one first. */
export function RevisionTable(props: {
  readonly label: string;
  readonly revisions: readonly Revision[];
  readonly timeZone: string;
}) {
  const { label, revisions, timeZone } = props;
  const { format } = useLanguage();
  const words = useWords(remedyWords);
  const heads = [
    words.revision,
    words.when,
    words.who,
    words.act,
    words.changed,
    words.reason,
  ] as const;
  return (
    <Scrolling label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {revisions.map(({ revision, at, who, act, changes, reason }) => (
            <tr key={revision}>
              <th scope="row">{revision}</th>
              <td>{format.moment(at, timeZone)}</td>
              <td>{who}</td>
              <td>{act}</td>
              <td>
                {changes.length === 0 ? (
                  words.nothingChanged
                ) : (
                  <ul class="changes">
                    {changes.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                )}
              </td>
              <td class="written">{reason ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
