import { formatAddress } from '../../lib/contest/address.ts';
import type { EntryContent, TeamMember } from '../../lib/contest/entry-content.ts';
import type { EntryState } from '../../lib/contest/entry-state.ts';
import { formatLocal } from '../../lib/contest/local-time.ts';
import type { ApplicantKind, Choice, Plan, Question } from '../../lib/contest/plan.ts';
import type { Cell, Sheet } from '../../lib/sheets/cell.ts';
import type { ExportedEntry } from '../../lib/store/entry-export.ts';

/** One entry as the office reads it: what was handed in, or the draft where nothing was. */
interface Row extends ExportedEntry {
  readonly content: EntryContent;
}

interface Column {
  readonly title: string;
  readonly cell: (row: Row) => Cell;
}

const states: { readonly [state in EntryState]: string } = {
  draft: 'Nháp',
  submitted: 'Đã nộp',
  eligible: 'Hợp lệ',
  ineligible: 'Không hợp lệ',
  withdrawn: 'Đã rút',
};

const kinds: { readonly [kind in ApplicantKind]: string } = {
  individual: 'Cá nhân',
  team: 'Nhóm',
  enterprise: 'Doanh nghiệp',
  householdBusiness: 'Hộ kinh doanh',
  cooperative: 'Hợp tác xã',
};

/** The list of entries in the words of the office; the plan's questions come as columns of their own. */
export function entrySheet(plan: Plan, entries: readonly ExportedEntry[]): Sheet {
  const columns = [...entryColumns(plan), ...applicantColumns, ...plan.questions.map(answerColumn)];
  const rows = entries.map(({ entry, submission }): Row => {
    const content = submission?.content ?? entry.content;
    return { entry, content, ...(submission === undefined ? {} : { submission }) };
  });
  return {
    name: 'Danh sách hồ sơ',
    columns: columns.map(({ title }) => ({ title })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

const entryColumns = (plan: Plan): readonly Column[] => [
  { title: 'Mã số dự thi', cell: ({ entry }) => entry.code },
  { title: 'Trạng thái', cell: ({ entry }) => states[entry.state] },
  { title: 'Tên ý tưởng, dự án', cell: ({ content }) => content.title },
  { title: 'Bảng thi', cell: ({ content }) => nameOf(plan.tracks, content.trackId) },
  { title: 'Lĩnh vực', cell: ({ content }) => nameOf(plan.fields, content.fieldId) },
  { title: 'Lần nộp', cell: ({ entry }) => entry.submission },
  {
    title: 'Thời điểm nhận',
    cell: ({ submission }) => submission && formatLocal(submission.receivedAt, plan.timeZone),
  },
  { title: 'Số tài liệu', cell: ({ submission }) => submission?.documents.length },
  {
    title: 'Lý do sơ tuyển',
    cell: ({ entry }) =>
      lines(entry.screening?.reasons.map((reason) => reasonText(plan, reason)) ?? []),
  },
  {
    title: 'Bổ sung đến',
    cell: ({ entry }) => entry.supplement && formatLocal(entry.supplement.closesAt, plan.timeZone),
  },
  { title: 'Tóm tắt công khai', cell: ({ content }) => content.publicSummary },
];

const applicantColumns: readonly Column[] = [
  {
    title: 'Đối tượng dự thi',
    cell: ({ content: { applicant } }) => applicant && kinds[applicant.kind],
  },
  { title: 'Tên tác giả, đơn vị', cell: ({ content }) => content.applicant?.name },
  { title: 'Điện thoại', cell: ({ content }) => content.applicant?.phone },
  { title: 'Thư điện tử', cell: ({ entry }) => entry.ownerEmail },
  { title: 'Mã số thuế', cell: ({ content }) => content.applicant?.taxCode },
  { title: 'Ngày đăng ký kinh doanh', cell: ({ content }) => dateCell(content) },
  {
    title: 'Địa chỉ',
    cell: ({ content: { applicant } }) => applicant?.address && formatAddress(applicant.address),
  },
  { title: 'Địa chỉ cũ', cell: ({ content }) => content.applicant?.address?.oldAddress },
  { title: 'Thành viên', cell: ({ content }) => lines(content.members.map(memberText)) },
];

const answerColumn = (question: Question): Column => ({
  title: question.name.vi,
  cell: ({ content }) => {
    const answer = content.answers?.[question.id];
    if (answer === undefined || question.kind === 'text') return lines([answer ?? ''].flat());
    return lines([answer].flat().map((id) => nameOf(question.options ?? [], id) ?? id));
  },
});

const nameOf = (choices: readonly Choice[], wanted: string | undefined): string | undefined =>
  choices.find(({ id }) => id === wanted)?.name.vi ?? wanted;

const reasonText = (plan: Plan, { code, note }: { code: string; note?: string }): string => {
  const name = nameOf(plan.screening.reasons, code) ?? code;
  return note === undefined ? name : `${name}: ${note}`;
};

function memberText({ name, role, contributionPercent }: TeamMember): string {
  const lead = role === 'lead' ? ' (trưởng nhóm)' : '';
  return `${name}${lead}${contributionPercent === undefined ? '' : `, ${contributionPercent}%`}`;
}

const dateCell = ({ applicant }: EntryContent): Cell =>
  applicant?.registeredOn === undefined ? undefined : { date: applicant.registeredOn };

const lines = (texts: readonly string[]): string => texts.join('\n');
