import type { Refusal } from './refusal.ts';
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

/** Why somebody may not decide what is the chair's alone; without a panel it is an organiser's to decide. */
export function whyNotDecide(
  { roles }: Standing,
  round: { readonly panel?: Panel } | undefined,
  personId: string,
): Refusal | undefined {
  const chair = round && chairOf(round);
  if (chair === undefined) {
    return roles.includes('organiser') ? undefined : { code: 'forbidden', needs: 'organiser' };
  }
  const isChair = chair === personId && roles.includes('judge');
  return isChair ? undefined : { code: 'forbidden', needs: 'chair' };
}
