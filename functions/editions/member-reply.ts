import type { Member } from '../../lib/contest/people.ts';

/** An official's record, in arrays of its own. */
export function memberReply({ expertise, ...member }: Member) {
  return {
    ...member,
    ...(expertise === undefined ? {} : { expertise: [...expertise] }),
    roles: [...member.roles],
  };
}
