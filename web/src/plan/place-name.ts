import { useLanguage, useWords } from '../language.tsx';
import { planPlaceWords } from '../words/plan-place-words.ts';
import { planWords } from '../words/plan-words.ts';
import { at, type Json, type Path } from './json.ts';
import { wordFor } from './labels.ts';
import { useTitleOf } from './title-of.ts';
import { useWriting } from './writing-context.ts';

/** What a place is called from the plan down: `Giải thưởng › Giải Nhất › Số lượng`. Positions are those of `of`, else of the plan that is written. */
export function usePlaceName(): (path: Path, of?: Json) => string {
  const { format } = useLanguage();
  const places = useWords(planPlaceWords);
  const words = useWords(planWords);
  const titleOf = useTitleOf();
  const { plan } = useWriting();
  return (path, of = plan) =>
    path
      .map((step, index) => {
        const here = path.slice(0, index + 1);
        if (typeof step === 'number') {
          const title = titleOf(at(of, here), here);
          const word = wordFor(places, [...here, '#']) ?? '';
          return title || `${word} ${format.count(step + 1)}`;
        }
        if (step === 'vi' || step === 'en') return words.inBoth[step];
        return wordFor(places, here) ?? step;
      })
      .filter((name, index, all) => name !== all[index - 1])
      .join(' › ');
}
