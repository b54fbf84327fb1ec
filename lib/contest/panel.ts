/** Who judges a round, by person id, and who leads them: one of them or another judge of the edition. */
export interface Panel {
  readonly judges: readonly string[];
  readonly chair: string;
}

/** The person id of the round's chair; undefined where no panel is set. Active or not is told by their roles alone. */
export function chairOf(round: { readonly panel?: Panel }): string | undefined {
  return round.panel?.chair;
}
