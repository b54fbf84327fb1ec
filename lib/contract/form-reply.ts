import type { EntryContent } from '../contest/entry-content.ts';

/** Answers and links as they are sent: where there are any, in arrays of their own. */
export const formReply = ({ answers, links }: Pick<EntryContent, 'answers' | 'links'>) => ({
  ...(answers === undefined
    ? {}
    : {
        answers: Object.fromEntries(
          Object.entries(answers).map(([question, answer]): [string, string | string[]] => [
            question,
            typeof answer === 'string' ? answer : [...answer],
          ]),
        ),
      }),
  ...(links === undefined ? {} : { links: [...links] }),
});
