import { useWords } from '../language.tsx';
import { planPlaceWords } from '../words/plan-place-words.ts';
import { planWords } from '../words/plan-words.ts';
import { wordFor } from './labels.ts';
import { Place } from './place.tsx';
import { planShape } from './plan-shape.ts';
import { Section } from './section.tsx';
import type { Part } from './shape.ts';

/** What is said first, and in one place: who, by which paper, where on the clock. */
const general: ReadonlySet<string> = new Set([
  'name',
  'organiser',
  'codePrefix',
  'timeZone',
  'rules',
]);

/** The whole plan as a form, in sections that open one by one. */
export function PlanForm() {
  const places = useWords(planPlaceWords);
  const words = useWords(planWords);
  const first = planShape.parts.filter(({ name }) => general.has(name));
  const others = planShape.parts.filter(({ name }) => !general.has(name));
  return (
    <div class="plan-form">
      <Section title={words.general} names={[...general]}>
        {first.map((part) => (
          <PartPlace key={part.name} part={part} />
        ))}
      </Section>
      {others.map((part) => (
        <Section
          key={part.name}
          title={wordFor(places, [part.name]) ?? part.name}
          names={[part.name]}
        >
          <PartPlace part={part} />
        </Section>
      ))}
    </div>
  );
}

const PartPlace = ({ part: { name, shape, isOptional } }: { readonly part: Part }) => (
  <Place shape={shape} path={[name]} isOptional={isOptional} />
);
