import { describe, expect, it } from 'vitest';
import { planSchema } from '../../lib/contract/plan-schema.ts';
import { changesOf } from '../../web/src/plan/changes.ts';
import { emptyOf, fitted } from '../../web/src/plan/empty.ts';
import { frozenIn, isNamedByEntries } from '../../web/src/plan/frozen.ts';
import type { Json, Path } from '../../web/src/plan/json.ts';
import { wordFor, wordForChoice } from '../../web/src/plan/labels.ts';
import { idFrom } from '../../web/src/plan/new-id.ts';
import { planShape } from '../../web/src/plan/plan-shape.ts';
import { namedAt } from '../../web/src/plan/references.ts';
import type { Shape } from '../../web/src/plan/shape.ts';
import { idsIn, written } from '../../web/src/plan/writing.ts';
import { planChoiceWords } from '../../web/src/words/plan-choice-words.ts';
import { planPlaceWords } from '../../web/src/words/plan-place-words.ts';
import { exampleWirePlan } from '../support/example-plan.ts';

interface Seen {
  readonly path: Path;
  readonly shape: Shape;
}

/** Every place a plan can have, each list with one member. */
function placesIn(shape: Shape, path: Path = []): readonly Seen[] {
  const here = { path, shape };
  if (shape.kind === 'list') return [here, ...placesIn(shape.item, [...path, '#'])];
  const inside = (parts: readonly { readonly name: string; readonly shape: Shape }[]) =>
    parts.flatMap((part) => placesIn(part.shape, [...path, part.name]));
  if (shape.kind === 'object') return [here, ...inside(shape.parts)];
  if (shape.kind !== 'one-of') return [here];
  const by = shape.variants.map(({ value }) => value);
  return [
    ...[here, { path: [...path, shape.by], shape: { kind: 'choice' as const, options: by } }],
    ...shape.variants.flatMap((variant) => inside(variant.shape.parts)),
  ];
}

/** As the pages ask: lists' positions are no part of a name. */
const asked = (path: Path): Path =>
  path.at(-1) === '#' ? path : path.filter((step) => step !== '#');
const places = placesIn(planShape).slice(1);
const wire = (): Json => JSON.parse(JSON.stringify(exampleWirePlan()));

describe('the places of a plan', () => {
  it('are those of the schema, of every kind of rubric and tie', () => {
    const names = new Set(places.map(({ path }) => path.join('.')));
    expect(names.size).toBeGreaterThan(120);
    for (const name of [
      ...['name', 'dates.submissionsCloseAt', 'questions.#.when.is.#', 'feedback.rank'],
      ...['rounds.#.rubrics.#.rubric.criteria.#.weight', 'rounds.#.rules.tieBreak.#.criterionId'],
    ]) {
      expect(names).toContain(name);
    }
  });

  it.each(['vi', 'en'] as const)(
    'have words in %s, and so have all values to choose',
    (language) => {
      const withoutWord = places
        .filter(({ path }) => wordFor(planPlaceWords[language], asked(path)) === undefined)
        .map(({ path }) => path.join('.'));
      expect(withoutWord).toEqual([]);
      const unsaid = places.flatMap(({ path, shape }) =>
        shape.kind === 'choice' || shape.kind === 'choices'
          ? shape.options
              .filter((one) => wordForChoice(planChoiceWords[language], asked(path), one) === one)
              .map((one) => `${path.join('.')}: ${one}`)
          : [],
      );
      expect(unsaid).toEqual([]);
    },
  );

  it('begin so that only what people have to say is missing', () => {
    const problems = planSchema.safeParse(emptyOf(planShape)).error?.issues ?? [];
    const kinds = new Set(problems.map(({ code }) => code));
    // No wrong types, no unknown or missing fields.
    expect([...kinds].sort()).toEqual(['custom', 'invalid_format', 'too_small']);
    expect(problems.length).toBeGreaterThan(5);
  });

  it('take a whole plan over as it is', () => {
    expect(fitted(planShape, wire())).toEqual(wire());
  });

  it('drop what another form does not have', () => {
    const item = places.find(({ path }) => path.join('.') === 'tracks.#')?.shape;
    expect(fitted(item!, { id: 'a', name: { vi: 'A', en: 'A' }, weight: 3 })).toEqual({
      id: 'a',
      name: { vi: 'A', en: 'A' },
    });
    expect(fitted(item!, { id: 'a' })).toEqual({ id: 'a', name: { vi: '', en: '' } });
  });
});

describe('what is written', () => {
  it('names a new thing by its name, and never a saved one', () => {
    const saved = idsIn(wire());
    expect(saved.has('y-tuong')).toBe(true);
    const added = {
      tracks: [
        { id: 'y-tuong', name: { vi: 'Ý tưởng', en: '' } },
        { id: '', name: { vi: '', en: '' } },
      ],
    };
    const first = written(added, ['tracks', 1, 'name', 'vi'], 'Học sinh', saved);
    const second = written(first, ['tracks', 1, 'name', 'vi'], 'Học sinh, sinh viên', saved);
    const third = written(second, ['tracks', 0, 'name', 'vi'], 'Ý tưởng mới', saved);
    expect(third).toEqual({
      tracks: [
        { id: 'y-tuong', name: { vi: 'Ý tưởng mới', en: '' } },
        { id: 'hoc-sinh-sinh-vien', name: { vi: 'Học sinh, sinh viên', en: '' } },
      ],
    });
    const own = written(third, ['tracks', 1, 'id'], 'hs', saved);
    expect(written(own, ['tracks', 1, 'name', 'vi'], 'Sinh viên', saved)).toMatchObject({
      tracks: [{}, { id: 'hs' }],
    });
    expect([idFrom('Đổi mới & sáng tạo!'), idFrom('  ')]).toEqual(['doi-moi-sang-tao', '']);
  });

  it('offers what a place may name', () => {
    const plan = wire();
    const ids = (path: Path) => namedAt(plan, path)?.map(({ id }) => id);
    expect(ids(['prizes', 0, 'track'])).toEqual(exampleWirePlan().tracks.map(({ id }) => id));
    expect(ids(['rounds', 0, 'rubrics', 0, 'tracks'])).toEqual(ids(['prizes', 0, 'track']));
    expect(ids(['rounds', 0, 'rules', 'tieBreak', 0, 'criterionId'])).toContain('doi-moi');
    expect([ids(['tracks']), ids(['dates', 'screeningBy'])]).toEqual([undefined, undefined]);
  });
});

describe('the changes of a plan', () => {
  const tracks = (...ids: string[]): Json => ({ tracks: ids.map((id) => ({ id, name: id })) });

  it('are none between equal plans, whatever the order of their fields', () => {
    expect(changesOf({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toEqual([]);
  });

  it('name a member of a list by what it is, not by where it stands', () => {
    const before = tracks('a', 'b', 'c');
    const after = {
      tracks: [
        { id: 'b', name: 'B' },
        { id: 'd', name: 'd' },
        { id: 'a', name: 'a' },
      ],
    };
    expect(changesOf(before, after)).toEqual([
      { path: ['tracks', 0, 'name'], of: 'after', before: 'b', after: 'B' },
      { path: ['tracks', 1], of: 'after', before: undefined, after: { id: 'd', name: 'd' } },
      { path: ['tracks', 2], of: 'before', before: { id: 'c', name: 'c' }, after: undefined },
      { path: ['tracks'], of: 'after', before: undefined, after: undefined, isOrder: true },
    ]);
  });

  it('tell what came, what went and what has no name of its own', () => {
    expect(changesOf({ a: 1, list: [1, 2] }, { b: true, list: [2] })).toEqual([
      { path: ['a'], of: 'before', before: 1, after: undefined },
      { path: ['list'], of: 'after', before: [1, 2], after: [2] },
      { path: ['b'], of: 'after', before: undefined, after: true },
    ]);
    const steps = (...kinds: string[]): Json => kinds.map((kind) => ({ kind, upToRank: 1 }));
    expect(changesOf(steps('criterion', 'criterion'), steps('criterion', 'lot'))).toEqual([
      { path: [1, 'kind'], of: 'after', before: 'criterion', after: 'lot' },
    ]);
  });
});

describe('what may not be changed any more', () => {
  const words = { roundIsOpen: 'open', isUsed: 'used', isJudging: 'judging' };
  const plan = exampleWirePlan();
  const edition = (phase: 'open' | 'judging') => ({ phase, plan });
  const rounds = [
    { roundId: 'so-khao', state: 'scoring' as const },
    { roundId: 'chung-ket', state: 'planned' as const },
  ];
  const told = (phase: 'open' | 'judging', ...path: Path) =>
    frozenIn(edition(phase), rounds, words)(path);

  it('is how an open round is scored and when it closes, not how it is called', () => {
    const parts = ['rubrics', 'rules', 'scale', 'commentRequired', 'divergence', 'closesAt'];
    expect(parts.map((part) => told('judging', 'rounds', 0, part))).toEqual(
      parts.map(() => 'open'),
    );
    expect(parts.map((part) => told('judging', 'rounds', 1, part))).toEqual(
      parts.map(() => undefined),
    );
    expect(told('judging', 'rounds', 0, 'name')).toBeUndefined();
  });

  it('is the time of submissions once judging has begun', () => {
    const parts = ['submissionsOpenAt', 'submissionsCloseAt', 'announcementOn'];
    expect(parts.map((part) => told('judging', 'dates', part))).toEqual([
      ...['judging', 'judging', undefined],
    ]);
    expect(parts.map((part) => told('open', 'dates', part))).toEqual(parts.map(() => undefined));
  });

  it('are tracks, fields, documents, questions and consents, which entries name', () => {
    const lists = ['tracks', 'fields', 'documents', 'questions', 'consents', 'prizes'];
    expect(lists.map((list) => isNamedByEntries([list]))).toEqual([
      ...[true, true, true, true, true, false],
    ]);
    expect(isNamedByEntries(['rounds', 0, 'tracks'])).toBe(false);
  });
});
