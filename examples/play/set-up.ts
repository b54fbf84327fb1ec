import { readFileSync } from 'node:fs';
import { daysBetween } from '../../lib/contest/local-date.ts';
import { planFromWire, planToWire, type WirePlan } from '../../lib/contest/plan-wire.ts';
import { shiftPlan } from '../../lib/contest/shift-plan.ts';
import { planSchema } from '../../lib/contract/plan-schema.ts';
import { routes } from '../../lib/contract/routes.ts';
import { specialPrize } from './special-prize.ts';
import { type Actors, cast } from './stage.ts';

const day = 86_400_000;

const readPlan = (): WirePlan => {
  const file = readFileSync(new URL('../kon-tum-2022.json', import.meta.url), 'utf8');
  const json: unknown = JSON.parse(file);
  return planSchema.parse(json);
};

/**
 * The plan of 2022 with its submissions closing at 17:00, so many days from now, by the clocks of Vietnam; judges sign terms,
 * and one prize is the organisers' to give.
 */
export function openPlan(now: number, days: number): WirePlan {
  const vietnam = new Date(now + days * day + 7 * 3_600_000).toISOString();
  const plan = planToWire(shiftPlan(planFromWire(readPlan()), `${vietnam.slice(0, 10)}T17:00`));
  return { ...plan, confidentiality, prizes: [...plan.prizes, specialPrize] };
}

const confidentiality = {
  version: '1',
  text: {
    vi: 'Tôi giữ bí mật mọi hồ sơ dự thi và điểm chấm, không sao chép, không tiết lộ.',
    en: 'I keep every dossier and every mark secret; I neither copy nor disclose them.',
  },
};

/** By how many days the plan is later than that of 2022. */
export const daysLater = ({ dates }: WirePlan): number =>
  daysBetween(readPlan().dates.submissionsCloseAt, dates.submissionsCloseAt);

/** The administrator sets the edition up and invites the organisers, the secretary and the judges. */
export async function setUp(
  { does }: Actors,
  editionId: string,
  plan: WirePlan,
): Promise<{ readonly judgeIds: readonly string[]; readonly plan: WirePlan }> {
  const { administrator, organisers, secretary, judges } = cast;
  await does(
    administrator,
    `sets up the edition ${editionId}`,
    routes.createEdition,
    { body: { editionId, plan } },
    ({ closesAt }) => `open until ${closesAt}`,
  );
  const invite = async (email: string, name: string, role: 'organiser' | 'secretary' | 'judge') => {
    const { invitationId } = await does(
      administrator,
      `invites ${email} as ${role}`,
      routes.invitePerson,
      { path: { editionId }, body: { email, name, role } },
      ({ state }) => state,
    );
    const member = await does(
      email,
      'accepts the invitation',
      routes.acceptInvitation,
      { path: { editionId, invitationId } },
      ({ roles }) => roles.join(', '),
    );
    return member.personId;
  };
  for (const [index, email] of organisers.entries()) {
    await invite(email, `Ban Tổ chức ${index + 1}`, 'organiser');
  }
  await invite(secretary, 'Tổ Thư ký', 'secretary');
  const judgeIds: string[] = [];
  for (const [index, email] of judges.entries()) {
    judgeIds.push(await invite(email, `Giám khảo ${index + 1}`, 'judge'));
  }
  return { judgeIds, plan };
}
