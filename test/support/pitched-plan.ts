import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';

const path = { editionId: 'kon-tum-2022' };
/** Its ten points go to what no judge gives. */
const replaced = 'nguon-luc';

/**
 * Gives the seeded edition a first round of pitches, a minute each: its first criterion in two parts, with points and a vote
 * that no judge gives. Members under eighteen need a guardian.
 */
export async function pitchSeededRound(system: System): Promise<void> {
  const organiser = client({
    origin: system.origin,
    token: async () => await system.token('ban-to-chuc-1@so-khcn.example.vn'),
  });
  const { body, etag = '' } = await organiser.call(routes.getEdition, { path });
  const [first, ...others] = body.plan.rounds;
  if (first === undefined) throw new Error('the seed has no round');
  const part = (id: string, vi: string, maxPoints: string) => ({
    id,
    name: { vi, en: id },
    maxPoints,
    step: '0.5',
  });
  const rubrics = first.rubrics.map(({ rubric, ...one }) => {
    if (rubric.mode !== 'points') throw new Error('the seed adds points');
    const [split, ...rest] = rubric.criteria.filter(({ id }) => id !== replaced);
    if (split === undefined) throw new Error('the seed has no criterion');
    const parts = [part('tinh-moi', 'Tính mới', '10'), part('cong-nghe', 'Công nghệ', '10')];
    const given = [part('ho-so-day-du', 'Hồ sơ đầy đủ', '5')];
    const name = { vi: 'Bình chọn', en: 'Public vote' };
    const vote = { id: 'binh-chon', name, maxPoints: '5', decimals: 1 };
    return { ...one, rubric: { ...rubric, criteria: [{ ...split, parts }, ...rest], given, vote } };
  });
  const round = {
    ...first,
    kind: 'pitch' as const,
    pitch: { presentMinutes: 1, questionMinutes: 1 },
    rubrics,
  };
  const on = body.plan.dates.submissionsCloseAt.slice(0, 10);
  await organiser.call(routes.changePlan, {
    path,
    body: {
      plan: {
        ...body.plan,
        limits: { ...body.plan.limits, guardianBelow: { years: 18, on } },
        rounds: [round, ...others],
      },
      reason: 'Vòng sơ khảo thuyết trình',
      documentNumber: '90/QĐ-BTC',
    },
    ifMatch: etag,
  });
}
