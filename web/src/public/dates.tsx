import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { useLanguage } from '../language.tsx';

/** When what happens, in order. */
export function Dates(props: {
  readonly plan: WirePlan;
  readonly opensAt: string;
  readonly closesAt: string;
}) {
  const { plan, opensAt, closesAt } = props;
  const { words, of, format } = useLanguage();
  const { screeningBy, announcementOn } = plan.dates;
  return (
    <section>
      <h2>{words.dates}</h2>
      <dl class="facts">
        <Fact name={words.opensAt} at={opensAt} text={format.moment(opensAt, plan.timeZone)} />
        <Fact name={words.closesAt} at={closesAt} text={format.moment(closesAt, plan.timeZone)} />
        {screeningBy === undefined ? null : (
          <Fact name={words.screeningBy} at={screeningBy} text={format.wallTime(screeningBy)} />
        )}
        {plan.rounds.map(({ id, name, closesAt: at }) => (
          <Fact key={id} name={words.roundCloses(of(name))} at={at} text={format.wallTime(at)} />
        ))}
        {announcementOn === undefined ? null : (
          <Fact
            name={words.announcementOn}
            at={announcementOn}
            text={format.wallTime(announcementOn)}
          />
        )}
      </dl>
    </section>
  );
}

function Fact({
  name,
  at,
  text,
}: {
  readonly name: string;
  readonly at: string;
  readonly text: string;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <time dateTime={at}>{text}</time>
      </dd>
    </div>
  );
}
