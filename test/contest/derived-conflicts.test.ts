import { describe, expect, it } from 'vitest';
import {
  type DerivedCause,
  derivedConflicts,
  type EntryTeam,
} from '../../lib/contest/derived-conflicts.ts';
import type { Applicant, EntryContent, TeamMember } from '../../lib/contest/entry-content.ts';
import type { Member } from '../../lib/contest/people.ts';

const applicant: Applicant = {
  kind: 'enterprise',
  name: 'Công ty Trà Măng Đen',
  phone: '+84912345678',
  taxCode: '6101234567',
  address: {
    provinceCode: '51',
    provinceName: 'Tỉnh Quảng Ngãi',
    communeCode: '23446',
    communeName: 'Xã Măng Ri',
    detail: '12/3 Hoà Bình, Thôn 5',
    listVersion: '2025-07-01',
  },
};
const at = (detail: string, communeCode = '23446'): Partial<Member> => ({
  address: { ...applicant.address!, detail, communeCode },
});
const child: TeamMember = {
  name: 'Y Lan',
  role: 'member',
  guardian: { name: 'A Dôn', phone: '+84987654321', consents: [] },
};
const content: EntryContent = {
  title: 'Trà sâm',
  trackId: 'du-an',
  applicant,
  members: [{ name: 'A Khoa', role: 'lead' }, child],
  mentors: [
    { name: 'Phạm Văn Dũng' },
    { name: 'Y Hoa', email: 'y-hoa@gmail.com', phone: '+84933333333' },
  ],
  consents: [],
};
const mails = ['lead@tramangden.vn', 'lan@GMAIL.com', 'khoa@edu.vn'];

const causesOf = (
  entry: EntryTeam,
  judge: Partial<Member>,
  companions?: ReadonlySet<string>,
): DerivedCause[] =>
  derivedConflicts(
    entry,
    {
      editionId: 'kon-tum-2022',
      personId: 'j1',
      email: 'giam-khao@sokhcn.kontum.gov.vn',
      name: 'Phạm Văn Dũng',
      roles: ['judge'],
      active: true,
      version: 1,
      ...judge,
    },
    companions,
  );
const causes = (judge: Partial<Member>, entry: EntryTeam = { content, mails }): DerivedCause[] =>
  causesOf(entry, judge);

describe('derivedConflicts', () => {
  it.each<readonly [string, Partial<Member>, DerivedCause[]]>([
    ['nothing in common', { phone: '+84911111111', taxCode: '0100109106' }, []],
    ['the telephone of the applicant', { phone: '+84912345678' }, ['phone']],
    ['the telephone of a guardian', { phone: '+84987654321' }, ['phone']],
    ['the tax number', { taxCode: '6101234567' }, ['taxCode']],
    ['the tax number of a branch', { taxCode: '6101234567-002' }, ['taxCode']],
    ['the ten digits as the start of a person’s twelve', { taxCode: '610123456799' }, []],
    ['a mailbox, on a host of everybody', { email: 'Lan@gmail.com' }, ['mailbox']],
    ['a mailbox of the enterprise', { email: 'LEAD@tramangden.vn' }, ['mailbox', 'emailDomain']],
    ['the domain of the enterprise', { email: 'ke-toan@TraMangDen.vn' }, ['emailDomain']],
    ['a domain below it', { email: 'a@mail.tramangden.vn' }, []],
    ['a host of everybody', { email: 'dung@gmail.com' }, []],
    ['the bare domain of no host', { email: 'dung@edu.vn' }, ['emailDomain']],
    ['a school below it', { email: 'dung@dhkt.edu.vn' }, []],
    ['the place of work', { organisation: 'CÔNG TY  trà măng-đen' }, ['organisation']],
    [
      'the place of work in plain letters',
      { organisation: 'Cong ty Tra Mang Den' },
      ['organisation'],
    ],
    ['a longer name', { organisation: 'Công ty Trà Măng Đen 2' }, []],
    ['no place of work', { organisation: '' }, []],
    ['the address', at('12/3 Hoà Bình, Thôn 5'), ['address']],
    ['the address as another spells it', at('12-3 HÒA BÌNH thon 5'), ['address']],
    ['another house of the street', at('123 Hoà Bình, Thôn 5'), []],
    ['such a street elsewhere', at('12/3 Hoà Bình, Thôn 5', '23512'), []],
    ['the mailbox of a mentor', { email: 'Y-HOA@gmail.com' }, ['mentor']],
    ['the telephone of a mentor', { phone: '+84933333333' }, ['mentor']],
    ['no more than the name of a mentor', { name: 'Phạm Văn Dũng' }, []],
    ['an address that says nothing', at('–'), []],
    [
      'everything',
      {
        phone: '+84912345678',
        taxCode: '6101234567',
        email: 'lead@tramangden.vn',
        organisation: 'Công ty Trà Măng Đen',
        ...at('12/3 Hòa Bình, thôn 5'),
      },
      ['phone', 'taxCode', 'mailbox', 'emailDomain', 'organisation', 'address'],
    ],
  ])('%s', (_, judge, expected) => {
    expect(causes(judge)).toEqual(expected);
  });

  it('an account of the team shares an entry of another edition with the judge', () => {
    const between = (accounts: readonly string[], companions: readonly string[]) =>
      causesOf({ content, mails, accounts }, {}, new Set(companions));
    expect(between(['lead-1', 'mate-1'], ['mate-1', 'other'])).toEqual(['past-edition']);
    expect(between(['lead-1', 'mate-1'], ['other'])).toEqual([]);
    expect(between([], ['mate-1'])).toEqual([]);
    expect(between(['lead-1'], [])).toEqual([]);
  });

  it('nothing is shared with an entry that states nothing', () => {
    const { applicant: _, ...nameless } = content;
    const stated = { phone: '+84912345678', taxCode: '6101234567', organisation: '  ' };
    expect(causes(stated, { content: nameless, mails: [] })).toEqual([]);
  });

  it('two addresses that say nothing are no address', () => {
    const nowhere = { ...content, applicant: { ...applicant, ...at('–') } };
    expect(causes(at('–'), { content: nowhere, mails: [] })).toEqual([]);
  });

  it.each(['yahoo.com', 'yahoo.com.vn', 'outlook.com', 'hotmail.com', 'icloud.com', 'vnn.vn'])(
    '%s belongs to nobody',
    (host) => {
      expect(causes({ email: `a@${host}` }, { content, mails: [`b@${host}`] })).toEqual([]);
    },
  );
});
