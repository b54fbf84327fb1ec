import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { freezeEdition } from './freeze-edition.ts';
import { editionToFreeze } from './freeze-wish.ts';
import { judgeReminderIn } from './judge-reminder-wish.ts';
import { editionToPublish } from './publication-wish.ts';
import { publishPlanned } from './publish-planned.ts';
import { remind } from './remind.ts';
import { remindJudges } from './remind-judges.ts';
import { reminderIn } from './reminder-wish.ts';

/** What an edition asked for, carried out when it is due: its freeze, reminders before that, its planned publication. */
export const reaction =
  (services: EventServices): Reaction =>
  async (event) => {
    if (event.kind !== 'due') return;
    const editionId = editionToFreeze(event.name);
    if (editionId !== undefined) await freezeEdition(services, editionId, event.id);
    const toPublish = editionToPublish(event.name);
    if (toPublish !== undefined) await publishPlanned(services, toPublish, event.id);
    const reminder = reminderIn(event.name);
    if (reminder) await remind(services, reminder);
    const ofJudges = judgeReminderIn(event.name);
    if (ofJudges) await remindJudges(services, ofJudges);
  };
