import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Played, playContest } from '../../examples/play/play-contest.ts';
import { cast, type Step } from '../../examples/play/stage.ts';
import type { FilesChoice, TableChoice } from '../../lib/platform/host/host-options.ts';
import { type System, startSystem } from '../../lib/platform/host/system.ts';
import { grantAdministrator } from '../../lib/store/editions.ts';
import {
  type AllItems,
  allDynamoItems,
  allSqliteItems,
  databaseFile,
} from '../support/all-items.ts';
import { auditTables, expectSound } from '../support/audit-tables.ts';
import {
  type DynamoLocal,
  LOCAL_CREDENTIALS,
  skipsDynamoLocal,
  startDynamoLocal,
} from '../support/dynamo-local.ts';
import { type Radosgw, startRadosgw, whyNoRadosgw } from '../support/radosgw.ts';

/** The main job on one pair of platforms: played once, looked at by several tests. */
function mainJob(
  open: () => Promise<{
    table: TableChoice;
    files: FilesChoice;
    items: (dataFolder: string) => Promise<AllItems>;
  }>,
  close: () => Promise<void>,
): void {
  const steps: Step[] = [];
  let folder = '';
  let system: System;
  let items: (dataFolder: string) => Promise<AllItems>;
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

  it('refuses what the rules refuse, in the order in which it was tried', () => {
    const refusals = steps.filter(({ answer }) => /^4\d\d /.test(answer));
    expect(refusals.map(({ answer }) => answer)).toEqual([
      ...Array.from({ length: 6 }, () => '409 upload-incomplete'),
      '409 phase-closed',
      '409 phase-closed',
      ...Array.from({ length: 6 }, () => '403 conflict-of-interest'),
      '404 not-found',
      '403 second-person-required',
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
    ]);
    const titles = played.entries.slice(0, 5).map(({ title }) => title);
    expect(awards.map(({ title }) => title)).toEqual(titles);
    const preview = steps.filter(({ what }) => what === 'looks at the ranking');
    expect(preview.map(({ answer }) => answer.split(';').slice(0, 2))).toEqual([
      ['1: 89.50, 2: 89.50, 3: 79.50, 4: 75.00, 5: 65.00', ' ties 1'],
      ['1: 89.50, 2: 89.50, 3: 79.50, 4: 75.00, 5: 65.00', ' ties 1'],
    ]);
  });

  it('names on the public page only who agreed to be named', () => {
    const contact = played.entries.flatMap(({ owner }) => [owner, '+849']);
    for (const secret of contact) expect(played.page).not.toContain(secret);
    expect(played.page).toContain('Trà túi lọc từ lá Sâm Ngọc Linh');
    expect(played.page).toContain('120/QĐ-UBND');
  });

  it('sends an invitation to each official and a receipt to each entrant, once', async () => {
    const mails = await system.mails();
    expect(mails.filter(({ subject }) => subject.startsWith('Mời'))).toHaveLength(6);
    const receipts = mails.filter(({ subject }) => subject.startsWith('Đã nhận'));
    expect(receipts.map(({ to }) => to).sort()).toEqual(
      played.entries.map(({ owner }) => owner).sort(),
    );
  });

  it('tells each entrant what the secretariat decided, once it was read', async () => {
    const mails = await system.mails();
    const decisions = mails.filter(({ id }) => id.startsWith('screening-'));
    expect(decisions.map(({ to }) => to).sort()).toEqual(
      played.entries.map(({ owner }) => owner).sort(),
    );
  });

  it('leaves tables in which every promise holds', async () => {
    expectSound(await auditTables(await items(folder), system.services));
  });
}

describe('the main job on SQLite and a folder', () => {
  mainJob(
    () =>
      Promise.resolve({
        table: { kind: 'sqlite' },
        files: { kind: 'folder' },
        items: (folder) => Promise.resolve(allSqliteItems(databaseFile(folder))),
      }),
    () => Promise.resolve(),
  );
});

describe.skipIf(skipsDynamoLocal() || whyNoRadosgw() !== undefined)(
  'the main job on DynamoDB Local and radosgw',
  () => {
    let dynamo: DynamoLocal;
    let radosgw: Radosgw;
    mainJob(
      async () => {
        [dynamo, radosgw] = await Promise.all([startDynamoLocal(), startRadosgw([])]);
        const names = { mainTable: 'contest-main', ledgerTable: 'contest-ledger' };
        const endpointOf = (endpoint: string, region: string) => ({
          endpoint,
          region,
          credentials: LOCAL_CREDENTIALS,
        });
        return {
          table: { kind: 'dynamodb', ...endpointOf(dynamo.endpoint, 'local') },
          files: { kind: 's3', ...endpointOf(radosgw.endpoint, 'us-east-1') },
          items: () => allDynamoItems(dynamo.client, names),
        };
      },
      async () => {
        await dynamo.stop();
        await radosgw.stop();
      },
    );
  },
);
