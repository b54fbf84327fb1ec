import { describe, expect, test } from 'vitest';
import {
  claimMailbox,
  leaveMailbox,
  type Mailbox,
  ownershipOf,
  takesNoPart,
  whyNotOnSide,
  withOwn,
  withoutShare,
  withShare,
  withWithdrawn,
} from '../../lib/contest/applicants.ts';
import { whyNotChangeTeam } from '../../lib/contest/team.ts';
import { isOpen } from '../../lib/contest/team-invitation.ts';
import { leadName } from '../../lib/contest/team-roles.ts';
import {
  closesAt,
  contentWith,
  contentWithout,
  editionWith,
  entryWith,
  inTime,
  later,
  opensAt,
} from '../support/contest-facts.ts';

const afterwards = later(closesAt, 3_600_000);
const closedAt = (receivedAt: string) => ({ code: 'phase-closed', receivedAt, opensAt, closesAt });
const late = {
  closesAt: later(afterwards, 1),
  reason: 'Bão số 4',
  documentNumber: '95/QĐ-BTC',
  by: 'organiser',
  at: closesAt,
};
const supplement = {
  fields: ['members'],
  documents: [],
  message: 'Bổ sung thành viên',
  requestedBy: 'secretary',
  requestedAt: closesAt,
  closesAt: later(afterwards, 1),
};

describe('the team may change', () => {
  const why = (edition = {}, entry = {}, now = inTime) =>
    whyNotChangeTeam({ edition: editionWith(edition), entry: entryWith(entry) }, now);

  test('from the opening until the deadline', () => {
    expect(why({}, {}, opensAt)).toBeUndefined();
    expect(why({}, {}, later(closesAt, -1))).toBeUndefined();
    expect(why({}, {}, later(opensAt, -1))).toEqual(closedAt(later(opensAt, -1)));
    expect(why({}, {}, closesAt)).toEqual(closedAt(closesAt));
  });

  test('through a late admission, up to its end', () => {
    const frozen = { phase: 'frozen' } as const;
    expect(why(frozen, { late }, afterwards)).toBeUndefined();
    const end = late.closesAt;
    expect(why(frozen, { late }, end)).toEqual({ ...closedAt(end), closesAt: end });
  });

  test('through no supplement, whatever it asks for', () => {
    const entry = { state: 'submitted', supplement } as const;
    expect(why({ phase: 'frozen' }, entry, afterwards)).toEqual(closedAt(afterwards));
  });

  test('in no entry that was withdrawn or screened, nor once judging has begun', () => {
    expect(why({}, { state: 'withdrawn' })).toEqual({
      code: 'state-conflict',
      state: 'withdrawn',
    });
    for (const state of ['eligible', 'ineligible'] as const) {
      expect(why({ phase: 'frozen' }, { state, late }, afterwards)).toEqual({
        code: 'state-conflict',
        state,
      });
    }
    expect(why({ phase: 'judging' }, { state: 'submitted', late }, afterwards)).toEqual({
      code: 'state-conflict',
      state: 'judging',
    });
  });
});

test('an invitation is open while it is pending and has not ended', () => {
  const endsAt = closesAt;
  expect(isOpen({ state: 'pending', endsAt }, later(endsAt, -1))).toBe(true);
  expect(isOpen({ state: 'pending', endsAt }, endsAt)).toBe(false);
  for (const state of ['accepted', 'declined', 'withdrawn'] as const) {
    expect(isOpen({ state, endsAt }, inTime)).toBe(false);
  }
});

test('a lead is called as the entry calls them', () => {
  expect(leadName(entryWith())).toBe('A Dôn');
  const applicant = { ...contentWith().applicant!, name: 'Công ty Sâm' };
  const members = [{ name: 'Y Hoa', role: 'member' as const }];
  expect(leadName(entryWith({ content: contentWith({ applicant, members }) }))).toBe('Công ty Sâm');
  const nobody = { ...contentWithout('applicant'), members: [] };
  expect(leadName(entryWith({ content: nobody }))).toBeUndefined();
});

describe('what somebody takes part with', () => {
  const nothing = ownershipOf(undefined, { editionId: 'kon-tum-2022', personId: 'lan' });
  const kept = (changes: object) => ({ ...nothing, ...changes });

  test('is nothing at first, and nothing again once the last part is gone', () => {
    expect([nothing.version, takesNoPart(nothing)]).toEqual([0, true]);
    const shared = withShare(nothing, { entryId: 'a', role: 'viewer' });
    expect([shared, takesNoPart(shared)]).toEqual([
      kept({ shared: [{ entryId: 'a', role: 'viewer' }], version: 1 }),
      false,
    ]);
    expect(takesNoPart(withoutShare(shared, 'a'))).toBe(true);
  });

  test('an entry is led or shared, never both; one taken back stays theirs', () => {
    const shared = withShare(nothing, { entryId: 'a', role: 'editor' });
    const led = withOwn(shared, 'a');
    expect(led).toEqual(kept({ entryIds: ['a'], version: 2 }));
    const other = { entryId: 'a', role: 'viewer' } as const;
    expect(withShare(led, other)).toEqual(kept({ shared: [other], version: 3 }));
    const withdrawn = withWithdrawn(led, 'a');
    expect([withdrawn, takesNoPart(withdrawn)]).toEqual([
      kept({ withdrawnIds: ['a'], version: 3 }),
      false,
    ]);
  });
});

describe('a mailbox', () => {
  const of = { editionId: 'kon-tum-2022', side: 'applicant' } as const;
  const actor = (personId: string, email = 'Hoa@Example.vn', emailVerified = true) => ({
    personId,
    email,
    emailVerified,
  });
  const first: Mailbox = {
    ...of,
    mailbox: 'hoa@example.vn',
    personIds: ['hoa'],
    version: 1,
  };

  test('is taken by each account once, and by none whose address is not verified', () => {
    expect(claimMailbox(undefined, of, actor('hoa'))).toEqual(first);
    expect(claimMailbox(first, of, actor('hoa'))).toBeUndefined();
    const both = claimMailbox(first, of, actor('hoa-2'))!;
    expect(both).toEqual({ ...first, personIds: ['hoa', 'hoa-2'], version: 2 });
    expect(leaveMailbox(both, 'hoa')).toEqual({ ...both, personIds: ['hoa-2'], version: 3 });
    expect(claimMailbox(undefined, of, actor('hoa', 'hoa@example.vn', false))).toBeUndefined();
    expect(claimMailbox(undefined, of, { personId: 'x', emailVerified: true })).toBeUndefined();
  });

  test('stands on one side', () => {
    expect(whyNotOnSide(undefined, 'official')).toBeUndefined();
    expect(whyNotOnSide(first, 'applicant')).toBeUndefined();
    expect(whyNotOnSide(first, 'official')).toEqual({
      code: 'conflict-of-interest',
      because: 'also-applicant',
    });
    expect(whyNotOnSide({ ...first, side: 'official' }, 'applicant')).toEqual({
      code: 'conflict-of-interest',
      because: 'also-official',
    });
  });
});
