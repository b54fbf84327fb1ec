import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Played, playContest } from '../../examples/play/play-contest.ts';
import { cast, type Step } from '../../examples/play/stage.ts';
import type { FilesChoice, TableChoice } from '../../lib/platform/host/host-options.ts';
import { type System, startSystem } from '../../lib/platform/host/system.ts';
import { grantAdministrator } from '../../lib/store/editions.ts';
import type { AllItems } from '../support/all-items.ts';
import { followingFindings } from '../support/audit-following.ts';
import { auditTables, expectSound } from '../support/audit-tables.ts';
import { faultsIn } from '../support/check-derivation.ts';
import { readDocument } from '../support/read-document.ts';
import { readWorkbook } from '../support/read-workbook.ts';

/** Where the main job is played. */
export interface Platforms {
  readonly table: TableChoice;
  readonly files: FilesChoice;
  readonly items: (dataFolder: string) => Promise<AllItems>;
}

/** The main job on one pair of platforms: played once, looked at by several tests. */
export function mainJob(open: () => Promise<Platforms>, close: () => Promise<void>): void {
  const steps: Step[] = [];
  let folder = '';
  let system: System;
  let items: Platforms['items'];
  let played: Played;

  beforeAll(async () => {
    const on = await open();
    items = on.items;
    folder = await mkdtemp(join(tmpdir(), 'contest-journey-'));
    const { table, files } = on;
    system = await startSystem({
      dataFolder: folder,
      port: 0,
      isShiftable: true,
      log: () => {},
      table,
      files,
    });
    await grantAdministrator(system.table, cast.administrator);
    const { origin, token, settled, advance } = system;
    const now = () => Date.parse(system.services.now());
    const stage = { origin, token, settled, advance, now };
    played = await playContest(stage, 'kon-tum-2026', (step) => steps.push(step));
  }, 240_000);

  afterAll(async () => {
    await system.close();
    await close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** What came of each step that is told so. */
  const answersTo = (what: string) =>
    steps.filter((step) => step.what.startsWith(what)).map(({ answer }) => answer);
  const titles = () => played.entries.map(({ title }) => title);

  it('refuses what the rules refuse, in the order in which it was tried', () => {
    const refusals = steps.filter(({ answer }) => /^4\d\d /.test(answer));
    expect(refusals.map(({ answer }) => answer)).toEqual([
      '409 entry-incomplete',
      '404 not-found',
      ...Array.from({ length: 5 }, () => '409 upload-incomplete'),
      ...['409 phase-closed', '409 phase-closed', '409 phase-closed'],
      '403 forbidden',
      '409 state-conflict',
      // A judge who has not signed the terms.
      '403 forbidden',
      ...Array.from({ length: 6 }, () => '403 conflict-of-interest'),
      // An organiser, while judges score.
      '409 state-conflict',
      '409 already-exists',
      // Feedback before the publication.
      '404 not-found',
      '404 not-found',
      // Without signed minutes.
      '409 state-conflict',
      '403 second-person-required',
      // Before its hour.
      '404 not-found',
    ]);
  });

  it('says what is missing until a teammate has answered and the file is there', () => {
    expect(answersTo('asks what is still missing')).toEqual([
      '/answers/doanh-thu-nam, thuyet-minh',
    ]);
    expect(answersTo('answers the question')).toEqual(['still missing: thuyet-minh']);
    const submitted = steps.filter(({ what }) => what === 'hands the entry in');
    expect(submitted.map(({ who }) => who)).toEqual([
      cast.teammate,
      ...[2, 3, 4, 5, 6, 2].map(cast.startup),
    ]);
  });

  it('tells everybody which receipts are genuine and which is the latest', () => {
    expect(steps.filter(({ who }) => who === 'public').map(({ answer }) => answer)).toEqual([
      ...['valid, the latest', 'no', 'valid, a later one exists', 'no'],
      ...['404 not-found', '404 not-found'],
      expect.stringContaining('Giải Nhất'),
      expect.stringMatching(/^200, /),
      'valid, Giải Nhất, 120/QĐ-UBND',
    ]);
  });

  it('lets the secretariat find entries, and decide on all of them once nothing is open', () => {
    const [tea, coffee] = titles();
    expect(answersTo('counts')).toEqual(['6 entries, 6 submitted, 0 incomplete']);
    expect(answersTo('lists')).toEqual([coffee, coffee]);
    expect(answersTo('searches')).toEqual([tea]);
    const eligible = Array.from({ length: 6 }, () => 'eligible').join(', ');
    expect(answersTo('tries to find all eligible')).toEqual([
      'eligible, supplement-open, eligible, eligible, eligible, late-open',
      eligible,
    ]);
    expect(answersTo('finds all eligible')).toEqual([eligible]);
    expect(answersTo('reads the history')).toEqual([
      'createEntry, submitEntry, requestSupplement, submitEntry, screenEntries',
    ]);
  });

  it('drafts the decision with the winners and their amounts, once the result is approved', () => {
    expect(answersTo('drafts the decision')).toEqual(['of the approved result']);
    expect(answersTo('fetches the draft')).toEqual(['200, the file that was promised']);
    const { tables, footers } = readDocument(played.draft);
    expect(tables.flat(2)).toContain('30.000.000\nBa mươi triệu đồng');
    expect(footers['first']?.text).toContain(played.digest);
  });

  it('says of the final alike how it came about: in words, in the workbook and on the tally', async () => {
    expect(answersTo('gives the special prize')).toEqual(['decision 1: give-prize']);
    expect(faultsIn(played.derivation)).toEqual([]);
    expect(played.derivation).toContain(played.digest);
    const [marks, ranking] = (await readWorkbook(played.scores)).sheets;
    expect([marks?.rows.length, ranking?.rows.length]).toEqual([16, 6]);
    const [head = [], ...rows] = ranking?.rows ?? [];
    const column = (title: string) => rows.map((row) => row[head.indexOf(title)]);
    const prizes = [...column('Giải')].toSorted();
    expect(prizes).toEqual([
      'Giải Ba',
      'Giải Ba; Giải Triển vọng',
      'Giải Nhì',
      'Giải Nhì',
      'Giải Nhất',
    ]);
    const { tables, footers } = readDocument(played.tally);
    const tallied = tables.flat().filter((row) => /^\d+$/u.test(row[0] ?? ''));
    expect(tallied.map((row) => row[5]).toSorted()).toEqual([
      ...['65,00', '75,00', '79,50', '89,50', '89,50'],
    ]);
    expect(footers['first']?.text).toContain(played.digest);
  });

  it('gives the winner its means and comments, and a certificate that can be checked', () => {
    expect(answersTo('reads the feedback')).toEqual(['89.50, 0 comments; 89.50, 3 comments']);
    const [, final] = played.feedback.rounds;
    expect(final?.comments).toEqual([
      'Đã đọc hồ sơ.',
      'Đã đọc hồ sơ.',
      'Đã đọc hồ sơ; nên nêu rõ thị trường.',
    ]);
    expect(answersTo('issues')).toEqual(['6 of 6', '0 of 6']);
    expect(answersTo('fetches the certificate')).toEqual(['200, the file that was promised']);
    expect(new TextDecoder('latin1').decode(played.certificate.slice(0, 5))).toBe('%PDF-');
  });

  it('exports the list as a workbook with every entry as it was handed in', async () => {
    expect(answersTo('fetches the workbook')).toEqual(['200, the file that was promised']);
    const [sheet] = (await readWorkbook(played.workbook)).sheets;
    const [head = [], ...rows] = sheet?.rows ?? [];
    const column = (title: string) => rows.map((row) => row[head.indexOf(title)]);
    expect(column('Tên ý tưởng, dự án').toSorted()).toEqual(titles().toSorted());
    expect(new Set(column('Trạng thái'))).toEqual(new Set(['Hợp lệ']));
    const answered = column('Dự án đang ở giai đoạn nào?');
    expect(answered.filter((answer) => answer !== '').toSorted()).toEqual([
      'Thử nghiệm với khách hàng',
      'Đã có doanh thu',
    ]);
  });

  it('breaks the tie for the first prize by the first criterion', () => {
    const { awards, digest } = played.result;
    expect(digest).toBe(played.digest);
    expect(awards.map(({ prizeId, rank, joint }) => [prizeId, rank, joint])).toEqual([
      ['nhat', 1, false],
      ['nhi', 2, false],
      ['nhi', 3, false],
      ['ba', 4, false],
      ['ba', 5, false],
      ['trien-vong', undefined, false],
    ]);
    const winners = titles().slice(0, 5);
    expect(awards.map(({ title }) => title)).toEqual([...winners, winners[4]]);
    const previews = answersTo('looks at the ranking');
    expect(previews.map((answer) => answer.split(';').slice(0, 2))).toEqual([
      ['1: 89.50, 2: 89.50, 3: 79.50, 4: 75.00, 5: 65.00', ' ties 1'],
      ['1: 89.50, 2: 89.50, 3: 79.50, 4: 75.00, 5: 65.00', ' ties 1'],
    ]);
  });

  it('publishes at the instant that was planned, and everybody sees it within a minute', () => {
    const [planned = ''] = answersTo('plans the publication');
    const publishAt = planned.replace('planned for ', '');
    const late = Date.parse(played.result.publishedAt) - Date.parse(publishAt);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(60_000);
    expect(played.seenAt - Date.parse(publishAt)).toBeLessThanOrEqual(60_000);
  });

  it('serves the page in both languages, the data and their schema', async () => {
    const folder = `results/${played.editionId}`;
    const served = ['index.html', 'en.html', 'results.json', 'versions/1.json'].map(
      (name) => `${folder}/${name}`,
    );
    const answers = [...served, 'results/results.schema.json', `${folder}/versions/2.json`].map(
      async (name) => {
        const { status, headers } = await fetch(`${system.origin}/${name}`);
        return [status, headers.get('content-type')];
      },
    );
    const [html, json] = ['text/html; charset=utf-8', 'application/json; charset=utf-8'];
    expect(await Promise.all(answers)).toEqual([
      ...[html, html, json, json, json].map((type) => [200, type]),
      [404, null],
    ]);
  });

  it('names on the public page only who agreed to be named and still does', () => {
    const contact = played.entries.flatMap(({ owner }) => [owner, '+849']);
    for (const secret of contact) expect(played.page).not.toContain(secret);
    expect(played.page).toContain('Trà túi lọc từ lá Sâm Ngọc Linh');
    expect(played.page).toContain('120/QĐ-UBND');
    expect(answersTo('no longer agrees')).toEqual(['cong-bo']);
    // The third took the consent back, the fourth never gave it.
    const names = played.result.awards.map(({ applicantName }) => applicantName);
    expect(names).toEqual([
      'Công ty TNHH Dược liệu Tu Mơ Rông Xanh',
      'Hợp tác xã Cà phê Nắng Đăk Mar',
      undefined,
      undefined,
      'Hộ kinh doanh Bùi Thị Ánh',
      'Hộ kinh doanh Bùi Thị Ánh',
    ]);
    expect(played.page).toContain('Hợp tác xã Cà phê Nắng Đăk Mar');
    expect(played.page).not.toContain('Nhóm Măng Đen Xanh');
  });

  it('sends each mail once, those about the screening after they were released', async () => {
    expect(answersTo('looks at the mails that are held')).toEqual([
      played.entries.map(({ owner }) => `screening to ${owner}`).join(', '),
    ]);
    expect(answersTo('releases')).toEqual(['6 mails, 0 stand in the way']);
    const mails = await system.mails();
    const about = (subject: string) =>
      mails.filter((mail) => mail.subject.startsWith(subject)).map(({ to }) => to);
    const owners = played.entries.map(({ owner }) => owner);
    const officials = [...cast.organisers, cast.secretary, ...cast.judges];
    expect(about('Mời').toSorted()).toEqual(
      [...officials, cast.startup(7), cast.teammate].toSorted(),
    );
    expect(about('Đã nhận').toSorted()).toEqual([...owners, cast.startup(2)].toSorted());
    expect(about('Đề nghị bổ sung')).toEqual([cast.startup(2)]);
    expect(about('Kết quả xét').toSorted()).toEqual(owners.toSorted());
  });

  it('leaves tables in which every promise holds', async () => {
    const stored = await items(folder);
    expectSound(await auditTables(stored, system.services));
    expect(followingFindings(stored)).toEqual([]);
  });
}
