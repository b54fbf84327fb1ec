import type { Standing } from './standing.ts';

/** Who judges a round, by person id, and who leads them: one of them or another judge of the edition. */
export interface Panel {
  readonly judges: readonly string[];
  readonly chair: string;
}

/** The person id of the round's chair; undefined where no panel is set. Active or not is told by their roles alone. */
export function chairOf(round: { readonly panel?: Panel }): string | undefined {
  return round.panel?.chair;
}

/** A standing as it counts where the chair may do what organisers may: the role of a judge lets in the chair alone. */
export function chairStanding(
  standing: Standing,
  round: { readonly panel?: Panel } | undefined,
  personId: string,
): Standing {
  if (round && chairOf(round) === personId) return standing;
  return { ...standing, roles: standing.roles.filter((role) => role !== 'judge') };
}

/** A standing as it counts where the round's panel may look: the role of a judge lets in those who judge it and their chair. */
export function panelStanding(
  standing: Standing,
  round: { readonly panel?: Panel } | undefined,
  personId: string,
): Standing {
  const { judges = [], chair } = round?.panel ?? {};
  if (chair === personId || judges.includes(personId)) return standing;
  return { ...standing, roles: standing.roles.filter((role) => role !== 'judge') };
}

/** A standing as it counts for what the chair alone decides; without a panel it is an organiser's to decide. */
export function decidingStanding(
  standing: Standing,
  round: { readonly panel?: Panel } | undefined,
  personId: string,
): Standing {
  const chair = round && chairOf(round);
  const role = chair === undefined ? 'organiser' : 'judge';
  const counts = chair === undefined || chair === personId;
  return { ...standing, roles: standing.roles.filter((each) => counts && each === role) };
}
