import { endpoints as certificates } from '../../../functions/certificates/index.ts';
import { endpoints as documents } from '../../../functions/documents/index.ts';
import { endpoints as editions } from '../../../functions/editions/index.ts';
import { endpoints as exporting } from '../../../functions/exports/index.ts';
import { reaction as inspection } from '../../../functions/inspection/index.ts';
import { endpoints as judging } from '../../../functions/judging/index.ts';
import { keepProgress } from '../../../functions/judging/keep-progress.ts';
import { reaction as notification } from '../../../functions/notification/index.ts';
import { endpoints as papers } from '../../../functions/papers/index.ts';
import { reaction as publication } from '../../../functions/publication/index.ts';
import { endpoints as registration } from '../../../functions/registration/index.ts';
import { endpoints as results } from '../../../functions/results/index.ts';
import { askForFreeze } from '../../../functions/schedule/ask-for-freeze.ts';
import { askForJudgeReminders } from '../../../functions/schedule/ask-for-judge-reminders.ts';
import { askForPublication } from '../../../functions/schedule/ask-for-publication.ts';
import { askForReminders } from '../../../functions/schedule/ask-for-reminders.ts';
import { reaction as schedule } from '../../../functions/schedule/index.ts';
import { endpoints as secretariat } from '../../../functions/secretariat/index.ts';
import { keepList } from '../../../functions/secretariat/keep-list.ts';
import { endpoints as submission } from '../../../functions/submission/index.ts';
import { endpoints as teams } from '../../../functions/teams/index.ts';
import { openapi } from '../../contract/openapi.ts';
import type { Joined } from './host.ts';

/** The one place where the host is joined with the functions. */
export const functions: Joined = {
  endpoints: [
    ...editions,
    ...registration,
    ...submission,
    ...documents,
    ...teams,
    ...secretariat,
    ...exporting,
    ...papers,
    ...judging,
    ...results,
    ...certificates,
  ],
  reactions: {
    inspection,
    notification,
    publication,
    askForFreeze,
    askForPublication,
    askForReminders,
    askForJudgeReminders,
    keepList,
    keepProgress,
    schedule,
  },
  openapi: (signIn) => openapi(signIn === undefined ? {} : { signIn }),
};
