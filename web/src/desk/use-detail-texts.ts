import type * as z from 'zod';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { supplementFields } from '../../../lib/contest/supplement.ts';
import type { historyDetail } from '../../../lib/contract/history-detail.ts';
import { useLanguage, useWords } from '../language.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { deskEntryWords } from '../words/desk-entry-words.ts';

type Detail = z.output<typeof historyDetail>;

/** What a record says beside who and when. */
export function useDetailTexts(detail: Detail, plan: WirePlan): string[] {
  const { of, format } = useLanguage();
  const entries = useWords(deskEntryWords);
  const words = useWords(dossierWords);
  const fieldName = (field: string) =>
    supplementFields.flatMap((one) => (one === field ? words.fields[one] : [])).join('') || field;
  const documentName = (kind: string) =>
    of(plan.documents.find((one) => one.kind === kind)?.name ?? { vi: kind, en: kind });
  const reasonName = (code: string) =>
    of(plan.screening.reasons.find(({ id }) => id === code)?.name ?? { vi: code, en: code });
  const { decision, submission, closesAt, fields = [], documents = [], reasons = [] } = detail;
  return [
    decision === 'eligible' || decision === 'ineligible' ? entries.decisions[decision] : [],
    submission === undefined ? [] : words.time(format.count(submission)),
    [...fields.map(fieldName), ...documents.map(documentName)].join(', '),
    reasons.map(({ code, note }) => [reasonName(code), note ?? []].flat().join(': ')),
    detail.message ?? [],
    detail.reason ?? [],
    detail.note ?? [],
    detail.documentNumber ?? [],
    closesAt === undefined ? [] : words.lasts(format.moment(closesAt, plan.timeZone)),
  ]
    .flat()
    .filter((text) => text !== '');
}
