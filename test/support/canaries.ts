import { exampleContent } from './world-entries.ts';
import { firstRound, marksOf, sheetBody } from './world-judging.ts';

/** Secrets planted in the world, each found by its text. */
export const canaries = {
  title: 'CANARY tiêu đề',
  name: 'CANARY công ty',
  member: 'CANARY thành viên',
  summary: 'CANARY nội dung',
  publicSummary: 'CANARY tóm tắt công khai',
  phone: '+84909990001',
  taxCode: '6199999015',
  address: 'CANARY thôn',
  points: '"13.5"',
  comment: 'CANARY nhận xét',
  note: 'CANARY ghi chú',
} as const;

export type Canary = keyof typeof canaries;

/** The canaries that a text holds, in the order of their list. */
export const canariesIn = (text: string): Canary[] =>
  (Object.keys(canaries) as Canary[]).filter((name) => text.includes(canaries[name]));

/** An entry full of them; whoever wrote it agreed to be named. */
export function canaryContent() {
  const content = exampleContent(0);
  const { title, name, member, summary, publicSummary, phone, taxCode, address: detail } = canaries;
  const address = { ...content.applicant!.address!, detail, oldAddress: detail };
  const applicant = { ...content.applicant!, name, phone, taxCode, address };
  const members = [{ name: member, role: 'lead' as const }];
  return exampleContent(0, { title, summary, publicSummary, applicant, members });
}

/** A score sheet full of them. */
export const canarySheet = (roundId = firstRound) =>
  sheetBody(
    {
      points: { ...marksOf(roundId), 'doi-moi': '13.5' },
      comment: canaries.comment,
      note: canaries.note,
    },
    roundId,
  );
