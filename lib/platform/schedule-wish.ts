/** A name a schedule may have, on both sides. */
const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The instant of a wish in epoch milliseconds, checked as both sides of `Schedule` check it.
 * @throws RangeError naming what is wrong
 */
export function scheduledMoment(name: string, instant: string): number {
  if (!NAME.test(name)) throw new RangeError(`'${name}' cannot name a schedule`);
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) throw new RangeError(`'${instant}' is no instant`);
  return moment;
}
