import { routes } from '../../lib/contract/routes.ts';
import type { World } from './world.ts';
import { people } from './world-people.ts';
import { approvedFinal, decisionOf, publish } from './world-results.ts';

const { organiserA, organiserB } = people;
export const paper = { reason: 'In nhầm tên', documentNumber: '98/QĐ-UBND' };

export const check = async (world: World, certificate: string) =>
  await world.anonymous.call(routes.checkCertificate, { path: { certificate } });
export const stateOf = async (world: World, code: string) => (await check(world, code)).body.state;
export const revoke = async (world: World, certificate: string) =>
  await world.as(organiserA).call(routes.revokeCertificate, { path: { certificate }, body: paper });

/** Two entries awarded and published. */
export async function publishedWorld(world: World) {
  const { entries, digest } = await approvedFinal(world);
  await publish(world, digest);
  return { entries, digest };
}

export async function retract(world: World, resultVersion = 1): Promise<void> {
  const body = { resultVersion, reason: 'Khiếu nại đúng', decision: decisionOf(world, '95/QĐ') };
  await world.as(organiserA).reply(routes.retractResult, { body });
  await world.as(organiserB).reply(routes.confirmRetraction, { body: { resultVersion } });
}

export const correct = async (world: World, resultVersion: number, digest: string) =>
  await world.as(organiserB).reply(routes.correctResult, {
    body: { resultVersion, digest, reason: 'Đính chính', decision: decisionOf(world, '96/QĐ') },
  });
