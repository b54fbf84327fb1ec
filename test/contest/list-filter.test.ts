import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListCard } from '../../lib/contest/list-card.ts';
import { nextCard } from '../../lib/contest/list-card.ts';
import { countCards } from '../../lib/contest/list-counts.ts';
import { cardFilter, type ListFilter } from '../../lib/contest/list-filter.ts';
import { contentWith, documentWith, entryWith, inTime } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';

const closesAt = '2022-08-10T10:00:00.000Z';
const before = '2022-08-10T09:59:59.999Z';

function cardWith(changes: Partial<ListCard> = {}, content = contentWith()): ListCard {
  const entry = entryWith({ content });
  const dossier = { ...entry, documents: [documentWith()], version: 1 };
  const plan = { planVersion: 1, plan: examplePlan() };
  const told = { changedAt: inTime, changedBy: 'an', reason: '', documentNumber: '' };
  const card = nextCard(
    { entry, dossier, submission: undefined, plan: { ...plan, ...told } },
    undefined,
  );
  if (typeof card === 'string') throw new Error(card);
  return { ...card, ...changes };
}

const finds = (filter: ListFilter, card: ListCard, now = before) => cardFilter(filter, now)(card);

describe('a filter', () => {
  it.each([
    ['state', 'draft', 'submitted'],
    ['trackId', 'du-an', 'y-tuong'],
    ['fieldId', 'duoc-lieu', 'cntt'],
    ['applicantKind', 'individual', 'team'],
  ] as const)('of %s takes what is the same', (name, same, other) => {
    expect([finds({ [name]: same }, cardWith()), finds({ [name]: other }, cardWith())]).toEqual([
      true,
      false,
    ]);
  });

  it('of a field or kind of applicant leaves out an entry that has none', () => {
    const { fieldId: _, applicantKind: __, ...bare } = cardWith();
    expect(finds({ fieldId: 'duoc-lieu' }, bare)).toBe(false);
    expect(finds({ applicantKind: 'team' }, bare)).toBe(false);
  });

  it('of what is missing: one kind, or anything; never of a withdrawn entry', () => {
    const card = cardWith({ missing: 2, missingDocuments: ['thuyet-minh'] });
    expect(finds({ missingDocument: 'thuyet-minh' }, card)).toBe(true);
    expect(finds({ missingDocument: 'minh-chung' }, card)).toBe(false);
    expect(finds({ incomplete: true }, card)).toBe(true);
    expect(finds({ incomplete: true }, { ...card, state: 'withdrawn' })).toBe(false);
    expect(finds({ incomplete: true }, cardWith())).toBe(false);
  });

  it('of open supplements, until the first instant that is too late', () => {
    const supplement = { closesAt, answered: false };
    const card = cardWith({ state: 'submitted', supplement });
    expect(finds({ supplement: 'open' }, card, before)).toBe(true);
    expect(finds({ supplement: 'open' }, card, closesAt)).toBe(false);
    const answered = { ...card, supplement: { ...supplement, answered: true } };
    expect(finds({ supplement: 'open' }, answered)).toBe(false);
    expect(finds({ supplement: 'open' }, { ...card, state: 'ineligible' })).toBe(false);
    expect(finds({ supplement: 'open' }, cardWith({ state: 'submitted' }))).toBe(false);
  });

  it('takes what meets all that is given', () => {
    const filter = { state: 'draft', trackId: 'du-an', text: 'sâm' } as const;
    expect(finds(filter, cardWith())).toBe(true);
    expect(finds({ ...filter, trackId: 'y-tuong' }, cardWith())).toBe(false);
    expect(finds({ ...filter, text: 'nấm' }, cardWith())).toBe(false);
    expect(finds({}, cardWith())).toBe(true);
  });
});

describe('a search', () => {
  const applicant = {
    kind: 'enterprise',
    name: 'Công ty TNHH Đắk Hòa',
    phone: '+84912345678',
    taxCode: '0100109106-001',
  } as const;
  const members = [
    { name: 'Nguyễn Văn Lân', role: 'lead' },
    { name: 'Y Blô', role: 'member' },
  ] as const;
  const card = cardWith({}, contentWith({ title: 'Nước hoá Măng-Đen 2.0', applicant, members }));
  const phone = ['0912 345 678', '+84 912 345 678', '(0912) 345.678', '0912345678', '345678'];
  const found = [
    ...['nước', 'NUOC', 'nu', 'hoa', 'hóa', 'hòa', 'đắk', 'DAK', 'mang den', 'Măng Đen', '2.0'],
    ...['lân nguyễn', 'y blo', 'blô', 'công ty đắk', 'KT22-7Q4MZ2', 'kt22 7q4', 'KT227Q4MZ2'],
    ...['0100109106-001', '0100109106001', '0100109106', ...phone],
    ...['  nước   hoá  ', '=nước"', 'nước — hoá'],
  ];
  const absent = [
    ...['ước', 'an', 'lâm', 'nước mắm', '0912 345 679', 'măngđen', 'tóm', 'Thôn', 'lan@example.vn'],
    ...['!!!', '—', '%', '.*', 'undefined'],
  ];

  it.each(found)('finds %j', (text) => expect(finds({ text }, card)).toBe(true));
  it.each(absent)('does not find %j', (text) => expect(finds({ text }, card)).toBe(false));

  it('P23: finds the same by NFC and NFD, in any case', () => {
    const letters =
      'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ ';
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(word, word, (title, text) => {
        for (const kept of [title.normalize('NFC'), title.normalize('NFD')]) {
          const one = cardWith({}, contentWith({ title: kept }));
          const answers = [text.normalize('NFC'), text.normalize('NFD'), text.toUpperCase()].map(
            (typed) => finds({ text: typed }, one),
          );
          expect(new Set(answers).size).toBe(1);
          expect(title.trim() === '' || finds({ text: title.toUpperCase() }, one)).toBe(true);
        }
      }),
    );
  });
});

describe('the counts', () => {
  const none = { draft: 0, submitted: 0, eligible: 0, ineligible: 0, withdrawn: 0 };

  it('of nothing are nothing', () => {
    expect(countCards([], before)).toEqual({
      total: 0,
      byState: none,
      byTrack: [],
      byField: [],
      incomplete: 0,
      supplementsOpen: 0,
    });
  });

  it('are by state, track and field, with what still lacks something', () => {
    const { fieldId: _, ...fieldless } = cardWith({ missing: 1 });
    const supplement = { closesAt, answered: false };
    const cards = [
      cardWith({ state: 'submitted', supplement }),
      cardWith({ trackId: 'y-tuong', fieldId: 'cntt', state: 'withdrawn', missing: 3 }),
      fieldless,
      cardWith({ state: 'submitted', fieldId: 'cntt', missing: 1 }),
    ];
    const counts = {
      total: 4,
      byState: { ...none, draft: 1, submitted: 2, withdrawn: 1 },
      byTrack: [
        { trackId: 'du-an', byState: { ...none, draft: 1, submitted: 2 } },
        { trackId: 'y-tuong', byState: { ...none, withdrawn: 1 } },
      ],
      byField: [
        { fieldId: 'cntt', byState: { ...none, submitted: 1, withdrawn: 1 } },
        { fieldId: 'duoc-lieu', byState: { ...none, submitted: 1 } },
        { byState: { ...none, draft: 1 } },
      ],
      incomplete: 2,
      supplementsOpen: 1,
    };
    expect(countCards(cards, before)).toEqual(counts);
    expect(countCards(cards.toReversed(), closesAt)).toEqual({ ...counts, supplementsOpen: 0 });
  });
});
