import { describe, expect, it } from 'vitest';
import { faults, playedHistory } from './faulty-sheets.ts';
import { checkHistory, type Model, type Operation } from './linearizable.ts';
import { sheetModel } from './sheet-model.ts';

type Call = { readonly write: string } | 'read';

/** A register that holds one text, '' at first. */
const register: Model<string, Call, string> = {
  initial: '',
  after: (state, call, answer) => {
    if (call !== 'read') return call.write;
    return answer === undefined || answer === state ? state : undefined;
  },
  nameOf: (state) => state,
};

/** `a: |--write x--|` as [client, call, from, to, answer]; without an answer it never came. */
type Line = readonly [
  client: string,
  call: Call,
  calledAt: number,
  answeredAt: number,
  answer?: string,
];

const seen = (lines: readonly Line[], key = 'one'): Operation<Call, string>[] =>
  lines.map(([client, call, calledAt, answeredAt, answer]) => ({
    ...{ client, key, call, answer, calledAt, answeredAt },
  }));

const isLinearizable = (lines: readonly Line[]): boolean =>
  checkHistory(register, seen(lines)).linearizable;

const write = (text: string): Call => ({ write: text });

describe('a history of one register', () => {
  it.each<[string, Line[]]>([
    ['nothing', []],
    ['a read before any write', [['a', 'read', 1, 2, '']]],
    [
      'one after the other',
      [
        ['a', write('x'), 1, 2, 'ok'],
        ['b', 'read', 3, 4, 'x'],
      ],
    ],
    [
      'a read beside a write sees it',
      [
        ['a', write('x'), 1, 4, 'ok'],
        ['b', 'read', 2, 3, 'x'],
      ],
    ],
    [
      'a read beside a write does not see it',
      [
        ['a', write('x'), 1, 4, 'ok'],
        ['b', 'read', 2, 3, ''],
      ],
    ],
    [
      'two reads beside a write, the later sees it',
      [
        ['a', write('x'), 1, 6, 'ok'],
        ['b', 'read', 2, 3, ''],
        ['c', 'read', 4, 5, 'x'],
      ],
    ],
    [
      'two writes at once, in the order of the reads after them',
      [
        ['a', write('x'), 1, 4, 'ok'],
        ['b', write('y'), 2, 3, 'ok'],
        ['c', 'read', 5, 6, 'x'],
      ],
    ],
    [
      'a write without an answer that nobody sees',
      [
        ['a', write('x'), 1, 0],
        ['b', 'read', 2, 3, ''],
        ['b', 'read', 4, 5, ''],
      ],
    ],
    [
      'a write without an answer that is seen late',
      [
        ['a', write('x'), 1, 0],
        ['b', 'read', 2, 3, ''],
        ['b', 'read', 4, 5, 'x'],
      ],
    ],
    [
      // Herlihy and Wing (1990), figure 2: H1 with a register.
      'writes that overlap in a chain',
      [
        ['a', write('x'), 1, 5, 'ok'],
        ['b', write('y'), 2, 3, 'ok'],
        ['c', 'read', 4, 7, 'y'],
        ['b', 'read', 6, 8, 'y'],
      ],
    ],
  ])('that is linearizable: %s', (_, lines) => {
    expect(isLinearizable(lines)).toBe(true);
  });

  it.each<[string, Line[]]>([
    ['a read of what nobody wrote', [['a', 'read', 1, 2, 'x']]],
    [
      'a stale read',
      [
        ['a', write('x'), 1, 2, 'ok'],
        ['b', 'read', 3, 4, ''],
      ],
    ],
    [
      'a read of the future',
      [
        ['b', 'read', 1, 2, 'x'],
        ['a', write('x'), 3, 4, 'ok'],
      ],
    ],
    [
      'two reads beside a write, the earlier alone sees it',
      [
        ['a', write('x'), 1, 6, 'ok'],
        ['b', 'read', 2, 3, 'x'],
        ['c', 'read', 4, 5, ''],
      ],
    ],
    [
      'two readers who see two writes in two orders',
      [
        ['a', write('x'), 1, 20, 'ok'],
        ['b', write('y'), 2, 21, 'ok'],
        ['c', 'read', 3, 4, 'x'],
        ['c', 'read', 5, 6, 'y'],
        ['d', 'read', 7, 8, 'x'],
        ['d', 'read', 9, 10, 'y'],
      ],
    ],
    [
      'a write without an answer that is seen and gone again',
      [
        ['a', write('x'), 1, 0],
        ['b', 'read', 2, 3, 'x'],
        ['b', 'read', 4, 5, ''],
      ],
    ],
  ])('that is not: %s', (_, lines) => {
    expect(isLinearizable(lines)).toBe(false);
  });

  it('is judged by itself, and the answer that does not fit is named', () => {
    const fine = seen([
      ['a', write('x'), 1, 2, 'ok'],
      ['a', 'read', 9, 10, 'x'],
    ]);
    const wrong = seen(
      [
        ['b', write('y'), 3, 4, 'ok'],
        ['c', 'read', 5, 6, 'x'],
      ],
      'two',
    );
    expect(checkHistory(register, [...fine, ...wrong])).toEqual({
      linearizable: false,
      key: 'two',
      fitted: 1,
      unexplained: wrong[1],
    });
  });

  it('of many writes at once is decided in time', () => {
    const lines = Array.from(
      { length: 60 },
      (_, at): Line => [`w${at}`, write(`${at % 7}`), at, 1000 + at, 'ok'],
    );
    const after: Line = ['r', 'read', 2000, 2001, 'never'];
    expect([isLinearizable(lines), isLinearizable([...lines.slice(0, 12), after])]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a history of a score sheet', () => {
  const seeds = Array.from({ length: 40 }, (_, at) => `history ${at}`);
  const size = { clients: 8, each: 50 };

  it('that is kept rightly is linearizable, whatever the order', () => {
    for (const seed of seeds) {
      expect(checkHistory(sheetModel, playedHistory(seed, size))).toEqual({ linearizable: true });
    }
  });

  it.each(Object.keys(faults))('is not with %s', (fault) => {
    const verdicts = seeds
      .slice(0, 10)
      .map((seed) =>
        checkHistory(sheetModel, playedHistory(seed, { ...size, act: faults[fault] })),
      );
    expect(verdicts.map(({ linearizable }) => linearizable)).toEqual(verdicts.map(() => false));
  });
});
