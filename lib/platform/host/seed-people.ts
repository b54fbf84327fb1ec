import type { Role } from '../../contest/refusal.ts';

/** Somebody of the example edition. */
export interface Person {
  readonly email: string;
  readonly name: string;
  /** What the start says of them. */
  readonly is: string;
  readonly role?: Role;
}

/** The first administrator, whom nobody inside could appoint. */
export const ADMINISTRATOR = 'quan-tri@example.vn';

/** Whom a startup wants in its team, and who has not accepted yet. */
export const TEAMMATE: Person = {
  email: 'thanh-vien-1@example.vn',
  name: 'Y Hà',
  is: 'invited into a team of startup-3',
};

/**
 * Who is in the example edition. None of them exists. At the domain of a startup judges could not score it, and organisers would see
 * no sheet of it.
 */
export const PEOPLE: readonly Person[] = [
  { email: ADMINISTRATOR, name: 'Quản trị', is: 'administrator' },
  {
    email: 'ban-to-chuc-1@so-khcn.example.vn',
    name: 'Nguyễn Văn An',
    is: 'organiser',
    role: 'organiser',
  },
  {
    email: 'ban-to-chuc-2@so-khcn.example.vn',
    name: 'Trần Thị Bình',
    is: 'organiser',
    role: 'organiser',
  },
  { email: 'thu-ky@example.vn', name: 'Lê Thị Cúc', is: 'secretary', role: 'secretary' },
  { email: 'giam-khao-1@hoi-dong.example.vn', name: 'Phạm Văn Dũng', is: 'judge', role: 'judge' },
  { email: 'giam-khao-2@hoi-dong.example.vn', name: 'Y Hạnh', is: 'judge', role: 'judge' },
  { email: 'giam-khao-3@hoi-dong.example.vn', name: 'A Khoa', is: 'judge', role: 'judge' },
  { email: 'startup-1@example.vn', name: '', is: 'startup, two entries handed in' },
  { email: 'startup-2@example.vn', name: '', is: 'startup, two entries handed in' },
  { email: 'startup-3@example.vn', name: '', is: 'startup, two drafts' },
  TEAMMATE,
];
