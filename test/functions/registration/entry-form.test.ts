import { afterAll, describe, expect, test } from 'vitest';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  type Content,
  draftEntry,
  exampleContent,
  keptContent,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { people, person } from '../../support/world-people.ts';

const name = { vi: 'Tên', en: 'Name' };
const choice = (id: string) => ({ id, name });

/** The example with a form, minors, shares of the work, and a video that may be a link. */
const asking = (plan: WirePlan): WirePlan => ({
  ...plan,
  limits: {
    ...plan.limits,
    contributions: true,
    guardianBelow: { years: 18, on: '2022-07-31' },
  },
  questions: [
    { id: 'van-de', name, required: true, kind: 'text', maxWords: 5 },
    {
      id: 'doanh-thu',
      name,
      required: true,
      kind: 'choice',
      options: [choice('co'), choice('chua')],
    },
    {
      id: 'kenh',
      name,
      required: true,
      kind: 'choices',
      options: [choice('cho'), choice('mang')],
      when: { question: 'doanh-thu', is: ['co'] },
    },
  ],
  documents: [
    ...plan.documents,
    {
      kind: 'video',
      name,
      required: true,
      contentTypes: [],
      maxBytes: 1,
      maxCount: 1,
      linkHosts: ['youtu.be'],
    },
  ],
});

const consents = [{ purpose: 'to-chuc', version: '2022-05-20' }];
const complete: Content = exampleContent(0, {
  members: [
    { name: 'Nguyễn Thị Hồng Đào', role: 'lead', contributionPercent: 60, birthDate: '1990-02-01' },
    {
      name: 'A Dôn',
      role: 'member',
      contributionPercent: 40,
      birthDate: '2004-08-01',
      guardian: { name: 'A Thút', phone: '0912 345 678', consents },
    },
  ],
  answers: { 'van-de': 'Lá bị bỏ đi', 'doanh-thu': 'co', kenh: ['cho', 'mang'] },
  links: [{ kind: 'video', url: 'https://youtu.be/dQw4w9WgXcQ' }],
});

const world = await openWorld({ plan: asking });
afterAll(async () => await world[Symbol.asyncDispose]());
let names = 0;
const newcomer = () => person(`newcomer-${++names}`);
const titled = (content: Content): Content => ({ ...content, title: `Đề tài ${names}` });

/** What getEntry says is missing, which is what submitEntry refuses for. */
async function missingOf(content: Content, of: World = world) {
  const who = newcomer();
  const { entryId, missing } = await draftEntry(of, who, titled(content));
  const said = { path: { entryId }, body: { acceptedPlanVersion: 1 } };
  const refusal = refusalIn(await of.as(who).call(routes.submitEntry, said));
  const read = await of.as(who).reply(routes.getEntry, { path: { entryId } });
  expect(read.missing).toEqual(missing);
  expect('missing' in refusal ? refusal.missing : refusal).toEqual(missing);
  return missing;
}

const proposal = { code: 'document-missing', document: 'thuyet-minh' };

describe('a form that is filled in', () => {
  test('is kept as it was sent, in normal forms, and handed in', async () => {
    const who = newcomer();
    const body = titled(complete);
    const { entryId, content, missing } = await draftEntry(world, who, body);
    const [first, second] = complete.members;
    const guardian = { ...second!.guardian!, phone: '+84912345678' };
    const kept = { ...body, members: [first!, { ...second!, guardian }] };
    expect(content).toEqual(keptContent(kept));
    expect(missing).toEqual([proposal]);
    await uploadedDocument(world, entryId, { owner: who });
    const said = { path: { entryId }, body: { acceptedPlanVersion: 1 } };
    expect((await world.as(who).call(routes.submitEntry, said)).status).toBe(201);
  });

  test('may be filled in by and by: what is missing is said, and asked for at submission', async () => {
    const [lead] = exampleContent(0).members;
    const missing = await missingOf(exampleContent(0, { members: [lead!] }));
    expect(missing).toEqual([
      { code: 'required', pointer: '/members/0/contributionPercent' },
      { code: 'required', pointer: '/members/0/birthDate' },
      { code: 'required', pointer: '/answers/van-de' },
      { code: 'required', pointer: '/answers/doanh-thu' },
      proposal,
      { code: 'document-missing', document: 'video' },
    ]);
  });

  test('may be over a limit until it is handed in, with the limit and what there is', async () => {
    const [lead, minor] = complete.members;
    const { guardian: _, ...alone } = minor!;
    const missing = await missingOf({
      ...complete,
      applicant: { ...complete.applicant!, registeredOn: '2017-07-30' },
      members: [{ ...lead!, contributionPercent: 61 }, alone],
      answers: { 'van-de': 'một hai ba bốn năm sáu', 'doanh-thu': 'co' },
    });
    expect(missing).toEqual([
      {
        code: 'enterprise-too-old',
        pointer: '/applicant/registeredOn',
        limit: '2017-07-31',
        actual: '2017-07-30',
      },
      { code: 'contributions-not-100', pointer: '/members', limit: 100, actual: 101 },
      { code: 'required', pointer: '/members/1/guardian' },
      { code: 'too-many-words', pointer: '/answers/van-de', limit: 5, actual: 6 },
      { code: 'required', pointer: '/answers/kenh' },
      proposal,
    ]);
  });
});

describe('mentors', () => {
  test('are kept in normal forms, and read by the team and the secretariat', async () => {
    const who = newcomer();
    const named = { name: 'Y Hoa', email: 'hoa@EXAMPLE.vn', phone: '0933 333 333' };
    const mentors = [named, { name: 'A Khoa' }];
    const { entryId, content } = await draftEntry(world, who, titled({ ...complete, mentors }));
    const kept = [
      { name: 'Y Hoa', email: 'hoa@example.vn', phone: '+84933333333' },
      { name: 'A Khoa' },
    ];
    expect(content.mentors).toEqual(kept);
    for (const reader of [who, people.secretary]) {
      const read = await world.as(reader).reply(routes.getEntry, { path: { entryId } });
      expect(read.content.mentors).toEqual(kept);
    }
  });

  test('are at most ten, each with a name', async () => {
    const save = async (mentors: Content['mentors'] & object) =>
      await world
        .as(newcomer())
        .call(routes.createEntry, { body: titled({ ...complete, mentors }) });
    const ten = Array.from({ length: 10 }, (_, at) => ({ name: `Y ${at}` }));
    expect((await save(ten)).status).toBe(201);
    expect(refusalIn(await save([...ten, { name: 'Y 10' }]))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/mentors', code: 'too-many' }],
    });
    expect(refusalIn(await save([{ name: ' ', email: 'x', phone: '1' }]))).toMatchObject({
      status: 422,
      errors: [
        { pointer: '/mentors/0/name', code: 'blank' },
        { pointer: '/mentors/0/email', code: 'invalid-email' },
        { pointer: '/mentors/0/phone', code: 'invalid-phone' },
      ],
    });
  });
});

describe('what leads nowhere is refused at every save, all at once', () => {
  const wrong: Content = {
    ...complete,
    applicant: {
      ...complete.applicant!,
      taxCode: '051090000001',
      registeredOn: '2022-06-16',
      address: { provinceCode: '48', communeCode: '23446', detail: 'Thôn 5' },
    },
    members: complete.members.map((member) => ({
      ...member,
      role: 'lead',
      birthDate: '1902-06-14',
    })),
    answers: { 'doanh-thu': 'ca-hai', khac: 'x' },
    links: [
      { kind: 'video', url: 'https://youtu.be@evil.example' },
      { kind: 'video', url: 'https://evil.example/youtu.be' },
    ],
  };
  const errors = [
    { pointer: '/applicant/taxCode', code: 'not-allowed' },
    { pointer: '/members/1', code: 'several-leads' },
    { pointer: '/answers/doanh-thu', code: 'not-allowed' },
    { pointer: '/answers/khac', code: 'not-allowed' },
    { pointer: '/links/0/url', code: 'invalid-link' },
    { pointer: '/links/1/url', code: 'not-allowed' },
    { pointer: '/applicant/registeredOn', code: 'out-of-range', limit: '2022-06-15' },
    { pointer: '/members/0/birthDate', code: 'out-of-range', limit: '1902-06-15' },
    { pointer: '/members/1/birthDate', code: 'out-of-range', limit: '1902-06-15' },
    { pointer: '/applicant/address/communeCode', code: 'not-allowed' },
  ];

  test('the first and any later one', async () => {
    const refused = { status: 422, code: 'validation-failed', errors };
    const who = newcomer();
    expect(refusalIn(await world.as(who).call(routes.createEntry, { body: wrong }))).toEqual(
      refused,
    );
    const { entryId } = await draftEntry(world, who, titled(complete));
    const said = { path: { entryId }, ifMatch: 1, body: wrong };
    expect(refusalIn(await world.as(who).call(routes.editEntry, said))).toEqual(refused);
  });

  test('no refusal repeats what was written', async () => {
    const { text } = await world.as(newcomer()).call(routes.createEntry, { body: wrong });
    for (const value of ['051090000001', '23446', '1902-06-14', 'ca-hai', 'evil.example']) {
      expect(text).not.toContain(value);
    }
  });
});

test.each<[string, object, string, string]>([
  ['no whole percent', { contributionPercent: 33.3 }, '/contributionPercent', 'wrong-type'],
  ['a share of nothing', { contributionPercent: 0 }, '/contributionPercent', 'too-small'],
  ['a date of no calendar', { birthDate: '2005-02-29' }, '/birthDate', 'invalid-date'],
  ['an id on paper', { idNumber: '051090000001' }, '/idNumber', 'unknown-field'],
])('a member with %s has another shape', async (_, changes, field, code) => {
  const members = [{ ...complete.members[0]!, ...changes }];
  const answer = await world
    .as(newcomer())
    .call(routes.createEntry, { body: { ...complete, members } });
  expect(refusalIn(answer)).toMatchObject({
    status: 422,
    errors: [{ pointer: `/members/0${field}`, code }],
  });
});

test('an address is sent as codes, not with the names that the reply shows', async () => {
  const body = keptContent(complete);
  const answer = await world.as(newcomer()).call(routes.createEntry, { body });
  expect(refusalIn(answer)).toMatchObject({
    status: 422,
    errors: ['provinceName', 'communeName', 'listVersion'].map((field) => ({
      pointer: `/applicant/address/${field}`,
      code: 'unknown-field',
    })),
  });
});

test('costs one read and one write', async () => {
  const who = newcomer();
  const begin = async () =>
    await world.as(who).call(routes.createEntry, { body: titled(complete) });
  expect(await world.tripsOf(begin)).toEqual({ reads: 1, writes: 1, waits: 2 });
});
