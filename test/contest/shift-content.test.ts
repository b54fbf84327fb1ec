import { expect, test } from 'vitest';
import { shiftContent } from '../../lib/contest/shift-content.ts';
import { contentWith, contentWithout } from '../support/contest-facts.ts';

const { applicant } = contentWith();
const registered = (registeredOn: string) =>
  contentWith({ applicant: { ...applicant!, registeredOn } });

test('the registration of a business moves, and nothing else', () => {
  expect(shiftContent(registered('2020-02-28'), 366)).toEqual(registered('2021-02-28'));
  expect(shiftContent(registered('2020-02-28'), 0)).toEqual(registered('2020-02-28'));
  for (const content of [contentWith(), contentWithout('applicant')]) {
    expect(shiftContent(content, 366)).toEqual(content);
  }
});
