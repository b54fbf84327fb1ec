import { describe, expect, test } from 'vitest';
import type { Entry } from '../../lib/contest/entry.ts';
import type { Member } from '../../lib/contest/people.ts';
import {
  type ScreeningFacts,
  type ScreeningWish,
  screenEntry,
} from '../../lib/contest/screen-entry.ts';
import { closesAt, contentWith, editionWith, entryWith, later } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const now = later(closesAt, 3_600_000);
const submitted = entryWith({ state: 'submitted', submission: 1 });
const example = examplePlan();
const planOf = (people: number) => ({ ...example, screening: { ...example.screening, people } });
const factsWith = (people: number, changes: Partial<ScreeningFacts> = {}): ScreeningFacts => ({
  edition: editionWith({ phase: 'frozen' }),
  plan: planOf(people),
  entry: submitted,
  submission: { content: contentWith() },
  officials: [],
  ...changes,
});

const yes: ScreeningWish = { decision: 'eligible', reasons: [] };
const no = (code = 'qua-nam-nam', note?: string): ScreeningWish => ({
  decision: 'ineligible',
  reasons: [{ code, ...(note === undefined ? {} : { note }) }],
});
const final = { final: true, note: 'Họp ngày 05/8' } as const;
const person = (personId: string) => ({ personId, isOrganiser: personId.startsWith('organiser') });

type Said = readonly [who: string, what: ScreeningWish];

/** What becomes of the entry when these speak one after the other. */
const spoken = (people: number, saying: readonly Said[], entry = submitted): Entry =>
  saying.reduce(
    (so, [who, what]) => screenEntry(factsWith(people, { entry: so }), what, person(who), now),
    entry,
  );

const refusal = (facts: ScreeningFacts, wish: ScreeningWish = yes, who = 'a', at = now) =>
  refusalOf(() => screenEntry(facts, wish, person(who), at));

const conflict = (state: string) => ({ code: 'state-conflict', state });

describe('where one person decides', () => {
  test('that is the decision, and the next person decides in their place', () => {
    const opinion = { ...no(), by: 'a', at: now };
    const first = spoken(1, [['a', no()]]);
    expect(first).toEqual({
      ...submitted,
      state: 'ineligible',
      opinions: [opinion],
      screening: opinion,
      version: 2,
    });
    const second = { ...yes, by: 'b', at: now };
    expect(spoken(1, [['b', yes]], first)).toEqual({
      ...submitted,
      state: 'eligible',
      opinions: [second],
      screening: second,
      version: 3,
    });
  });
});

describe('where two decide', () => {
  const opinions = (entry: Entry) => entry.opinions?.map(({ by, decision }) => `${by} ${decision}`);

  test('one is not enough, two who agree are', () => {
    const one = spoken(2, [['a', yes]]);
    expect([one.state, one.screening, opinions(one)]).toEqual([
      'submitted',
      undefined,
      ['a eligible'],
    ]);
    const two = spoken(2, [['b', yes]], one);
    expect([two.state, two.screening]).toEqual(['eligible', { ...yes, by: 'b', at: now }]);
  });

  test('the same person twice is one', () => {
    const twice = spoken(2, [
      ['a', no()],
      ['a', yes],
    ]);
    expect([twice.state, opinions(twice)]).toEqual(['submitted', ['a eligible']]);
  });

  test('their reasons are joined, what both said once', () => {
    const { screening } = spoken(2, [
      [
        'a',
        {
          ...no('khac', 'Muộn'),
          reasons: [{ code: 'qua-nam-nam' }, ...no('khac', 'Muộn').reasons],
        },
      ],
      [
        'b',
        {
          ...no(),
          reasons: [
            { code: 'khac', note: 'Muộn' },
            { code: 'khac', note: 'Khác' },
          ].slice(0, 1),
        },
      ],
    ]);
    expect(screening).toEqual({
      decision: 'ineligible',
      reasons: [{ code: 'qua-nam-nam' }, { code: 'khac', note: 'Muộn' }],
      by: 'b',
      at: now,
    });
  });

  test('who disagree decide nothing, and no third person outvotes one of them', () => {
    const split = spoken(2, [
      ['a', yes],
      ['b', no()],
    ]);
    expect([split.state, split.screening]).toEqual(['submitted', undefined]);
    for (const who of ['c', 'organiser']) {
      expect(refusal(factsWith(2, { entry: split }), yes, who)).toEqual(
        conflict('opinions-complete'),
      );
    }
    expect(spoken(2, [['b', yes]], split).state).toBe('eligible');
    expect(spoken(2, [['organiser', { ...no(), ...final }]], split).state).toBe('ineligible');
  });

  test('a decided entry goes back when one of them thinks again', () => {
    const back = spoken(2, [
      ['a', yes],
      ['b', yes],
      ['a', no()],
    ]);
    expect([back.state, back.screening, opinions(back)]).toEqual([
      'submitted',
      undefined,
      ['b eligible', 'a ineligible'],
    ]);
  });

  test('a plan that asks for more or for fewer people holds from the next opinion on', () => {
    const one = spoken(1, [['a', yes]]);
    expect(spoken(2, [['b', no()]], one).state).toBe('submitted');
    const three = spoken(3, [
      ['a', yes],
      ['b', no()],
      ['c', yes],
    ]);
    expect(three.state).toBe('submitted');
    expect(spoken(2, [['b', no()]], three).state).toBe('eligible');
  });
});

describe('an organiser who decides alone', () => {
  test('does so before anybody has spoken, against all who have, and again', () => {
    const screening = { ...no(), ...final, by: 'organiser', at: now };
    const alone = spoken(2, [['organiser', { ...no(), ...final }]]);
    expect(alone).toEqual({ ...submitted, state: 'ineligible', screening, version: 2 });
    const against = spoken(2, [
      ['a', yes],
      ['b', yes],
      ['organiser', { ...no(), ...final }],
    ]);
    expect([against.state, against.opinions?.length]).toEqual(['ineligible', 2]);
    expect(spoken(2, [['organiser-b', { ...yes, ...final }]], against).state).toBe('eligible');
  });

  test('is not outvoted later', () => {
    for (const people of [1, 2]) {
      const later = spoken(people, [
        ['organiser', { ...no(), ...final }],
        ['a', yes],
        ['b', yes],
      ]);
      expect([later.state, later.screening?.by]).toEqual(['ineligible', 'organiser']);
    }
  });

  test('is an organiser, and says why', () => {
    expect(refusal(factsWith(2), { ...yes, ...final }, 'a')).toEqual({
      code: 'forbidden',
      needs: 'organiser',
    });
    expect(refusal(factsWith(2), { ...yes, final: true }, 'organiser')).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/note', code: 'required' }],
    });
  });
});

test('reasons are of the plan, each once, and only for keeping an entry out', () => {
  const errors = (wish: ScreeningWish) => refusal(factsWith(1), wish);
  const wrong = (...list: readonly (readonly [string, string])[]) => ({
    code: 'validation-failed',
    errors: list.map(([pointer, code]) => ({ pointer, code })),
  });
  expect(errors({ decision: 'ineligible', reasons: [] })).toEqual(wrong(['/reasons', 'required']));
  expect(errors({ ...yes, reasons: no().reasons })).toEqual(wrong(['/reasons', 'not-allowed']));
  const reasons = [{ code: 'x' }, { code: 'khac' }, { code: 'khac', note: 'Muộn' }];
  expect(errors({ decision: 'ineligible', reasons })).toEqual(
    wrong(['/reasons/0/code', 'not-allowed'], ['/reasons/2/code', 'repeated']),
  );
  expect(errors({ ...yes, note: 'Vì' })).toEqual(wrong(['/note', 'not-allowed']));
});

describe('is refused', () => {
  test('until the freeze, and once judging has begun', () => {
    expect(refusal(factsWith(1, { edition: editionWith() }))).toEqual({
      code: 'phase-closed',
      receivedAt: now,
      opensAt: '2022-07-31T10:01:00.000Z',
    });
    const judging = editionWith({ phase: 'judging' });
    expect(refusal(factsWith(1, { edition: judging }))).toEqual(conflict('judging'));
  });

  test('for what was never handed in or taken back', () => {
    for (const entry of [entryWith(), { ...submitted, state: 'withdrawn' } as const]) {
      expect(refusal(factsWith(1, { entry }))).toEqual(conflict(entry.state));
    }
  });

  test('while the startup may still work on it, to the millisecond', () => {
    const supplement = {
      fields: ['summary'],
      documents: [],
      message: 'Bổ sung',
      requestedBy: 'a',
      requestedAt: closesAt,
      closesAt: now,
    };
    const late = { closesAt: now, reason: 'Bão', documentNumber: '80', by: 'a', at: closesAt };
    for (const [entry, state] of [
      [{ ...submitted, supplement }, 'supplement-open'],
      [{ ...submitted, late }, 'late-open'],
    ] as const) {
      expect(refusal(factsWith(1, { entry }), yes, 'a', later(now, -1))).toEqual(conflict(state));
      const wish = { ...yes, ...final };
      expect(refusal(factsWith(1, { entry }), wish, 'organiser', later(now, -1))).toEqual(
        conflict(state),
      );
      expect(screenEntry(factsWith(1, { entry }), yes, person('a'), now).state).toBe('eligible');
    }
    const answered = { ...submitted, supplement: { ...supplement, answeredAt: closesAt } };
    const facts = factsWith(1, { entry: answered });
    expect(screenEntry(facts, yes, person('a'), later(now, -1)).state).toBe('eligible');
  });

  test('for another version than the one that was looked at', () => {
    const entry = { ...submitted, submission: 2 };
    expect(refusal(factsWith(1, { entry }), { ...yes, submission: 1 })).toEqual(
      conflict('resubmitted'),
    );
    const facts = factsWith(1, { entry });
    const { opinions } = screenEntry(facts, { ...yes, submission: 2 }, person('a'), now);
    expect(opinions).toEqual([{ ...yes, by: 'a', at: now }]);
  });
});

describe('nobody finds eligible', () => {
  const official = (changes: Partial<Member>): Member => ({
    editionId: 'kon-tum-2022',
    personId: 'judge',
    email: 'judge@example.vn',
    name: 'Giám khảo',
    roles: ['judge'],
    active: true,
    version: 1,
    ...changes,
  });
  const content = contentWith({
    applicant: {
      kind: 'enterprise',
      name: 'Công ty',
      phone: '+84900000001',
      taxCode: '0100109106-001',
    },
    members: [
      { name: 'A', role: 'lead' },
      {
        name: 'B',
        role: 'member',
        guardian: { name: 'C', phone: '+84900000002', consents: [] },
      },
    ],
  });
  const facts = (changes: Partial<Member>) =>
    factsWith(2, { submission: { content }, officials: [official(changes)] });
  const blocked = (...causes: string[]) => ({
    ...conflict('submitted'),
    blockers: causes.map((because) => ({ code: 'also-official', personId: 'judge', because })),
  });

  test('who shares a telephone or a tax number with an official', () => {
    expect(refusal(facts({ phone: '+84900000001' }))).toEqual(blocked('phone'));
    expect(refusal(facts({ phone: '+84900000002' }))).toEqual(blocked('phone'));
    expect(refusal(facts({ taxCode: '0100109106' }))).toEqual(blocked('taxCode'));
    const both = facts({ phone: '+84900000001', taxCode: '0100109106-002' });
    expect(refusal(both)).toEqual(blocked('phone', 'taxCode'));
    expect(refusal(both, { ...yes, ...final }, 'organiser')).toEqual(blocked('phone', 'taxCode'));
  });

  test('but others, and those who are officials no more', () => {
    const free = [
      facts({ phone: '+84900000003', taxCode: '0101248141' }),
      facts({ phone: '+84900000001', active: false }),
      facts({}),
    ];
    for (const each of free) expect(screenEntry(each, yes, person('a'), now).version).toBe(2);
    // Ten digits of a person's number are many people's.
    const own = contentWith({
      applicant: { kind: 'individual', name: 'A', phone: '+84900000009', taxCode: '062099000001' },
    });
    const near = factsWith(2, {
      submission: { content: own },
      officials: [official({ taxCode: '062099000002' })],
    });
    expect(screenEntry(near, yes, person('a'), now).version).toBe(2);
    expect(screenEntry(facts({ phone: '+84900000001' }), no(), person('a'), now).version).toBe(2);
  });

  test('what a required consent was taken back of', () => {
    const withdrawn = (purpose: string) => ({
      ...submitted,
      withdrawnConsents: [{ purpose, by: 'lan', at: closesAt }],
    });
    const [required] = example.consents.filter((one) => one.required);
    const [optional] = example.consents.filter((one) => !one.required);
    const entry = withdrawn(required?.purpose ?? '');
    expect(refusal(factsWith(1, { entry }))).toEqual({
      ...conflict('submitted'),
      blockers: [{ code: 'consent-withdrawn', because: required?.purpose }],
    });
    expect(screenEntry(factsWith(1, { entry }), no(), person('a'), now).state).toBe('ineligible');
    const other = factsWith(1, { entry: withdrawn(optional?.purpose ?? '') });
    expect(screenEntry(other, yes, person('a'), now).state).toBe('eligible');
  });
});
