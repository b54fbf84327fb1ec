import { useWords } from '../language.tsx';
import { TextField } from '../ui/field.tsx';
import { startupWords } from '../words/startup-words.ts';
import type { DraftMentor } from './draft-shape.ts';
import type { Part } from './part.ts';

const most = 10;

/** Who advises the team: whoever is named here does not judge the entry. */
export function MentorsPart({ draft, change }: Pick<Part, 'draft' | 'change'>) {
  const startup = useWords(startupWords);
  const { mentors } = draft;
  const edit = (at: number, part: Partial<DraftMentor>) =>
    change({
      mentors: mentors.map((mentor, index) => (index === at ? { ...mentor, ...part } : mentor)),
    });
  return (
    <section>
      <h2>{startup.mentors}</h2>
      <p class="soft">{startup.mentorsHint}</p>
      <ol class="members">
        {mentors.map((mentor, at) => (
          <li key={at}>
            <div class="columns">
              <TextField
                label={startup.mentorName}
                pointer={`/mentors/${at}/name`}
                value={mentor.name}
                change={(name) => edit(at, { name })}
              />
              <TextField
                label={startup.email}
                pointer={`/mentors/${at}/email`}
                type="email"
                value={mentor.email}
                change={(email) => edit(at, { email })}
              />
              <TextField
                label={startup.phone}
                pointer={`/mentors/${at}/phone`}
                type="tel"
                value={mentor.phone}
                change={(phone) => edit(at, { phone })}
              />
            </div>
            <button
              type="button"
              class="quiet"
              onClick={() => change({ mentors: mentors.filter((_, index) => index !== at) })}
            >
              {startup.removeMember(mentor.name)}
            </button>
          </li>
        ))}
      </ol>
      {mentors.length < most ? (
        <button
          type="button"
          class="quiet"
          onClick={() => change({ mentors: [...mentors, { name: '', email: '', phone: '' }] })}
        >
          {startup.addMentor}
        </button>
      ) : null}
    </section>
  );
}
