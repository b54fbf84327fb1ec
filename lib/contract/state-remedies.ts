/** What to do about a `state-conflict` of judging, by what `blockers` and `state` say; a state that other things have too reads true of all. */

const leaveOut = 'Leave the pairs named in blockers out, then give the others.';
const needsMore = 'or close with acceptMissing and a reason.';

/** By the code of a blocker. */
export const byBlocker: ReadonlyMap<string, string> = new Map([
  ['nothing-assigned', 'Give entries to judges first.'],
  ['round-before-not-approved', 'Approve the ranking of the round before first.'],
  ['closing-time-passed', 'Move the closing time of the round in the plan first.'],
  ['sheet-missing', `Wait for the sheets named in blockers, take them back, ${needsMore}`],
  ['nobody-assigned', `Give the entries named in blockers to judges, ${needsMore}`],
  ['too-few-sheets', `Give the entries named in blockers to more judges, ${needsMore}`],
  ['components-missing', `Give the entries what because names, ${needsMore}`],
  ['no-components', 'The rubric of these entries has nothing that organisers give.'],
  ['entry-unknown', leaveOut],
  ['entry-not-eligible', leaveOut],
  ['entry-not-advanced', leaveOut],
  ['not-a-judge', leaveOut],
  ['not-in-panel', 'Put the judge in the place of one of the panel first, or choose another.'],
  ['conflict-of-interest', 'Somebody named in blockers is too close to the entry: see because.'],
  ['already-assigned', 'Choose a judge who does not have the entry.'],
  ['not-assigned', 'Leave the pairs named in blockers out: no such task is in force.'],
  ['sheet-submitted', 'Send strike: true if sheets that were handed in are to count no longer.'],
  ['has-tasks', 'Take their entries back first, or keep them in the panel.'],
  ['on-stage', 'Let the entry named in blockers leave the stage first.'],
  ['sheets-awaited', 'Wait for the sheets, or let the chair confirm the flag as it is.'],
  ['divergence-unresolved', 'Let the chair or an organiser decide on the flags first.'],
  ['next-round-begun', 'Others were given work by this ranking: it stands.'],
]);

/** By the state. */
export const byState: ReadonlyMap<string, string> = new Map([
  ['planned', 'It is only planned so far: a round has to be opened first.'],
  ['scoring', 'Judges are scoring: some things are settled by now, others wait for the close.'],
  ['rescoring', 'Wait for the sheets that were opened again, or let the chair confirm the flag.'],
  [
    'taken-back',
    'The organisers took this entry back: what was written is kept. Read your list again.',
  ],
  ['not-on-stage', 'Wait until the organisers call the entry on stage.'],
  ['occupied', 'Let the entry named in blockers leave the stage first.'],
  ['not-a-pitch', 'Only a round of pitches has a running order.'],
  ['not-started', 'Save a draft of the score sheet first.'],
  [
    'submitted',
    'It is handed in. A score sheet is opened again by the chair of its round or an organiser.',
  ],
  ['draft', 'It is not handed in yet.'],
  ['recused', 'A conflict of interest struck this sheet: it never counts again.'],
  ['conflict-declared', 'A conflict that was stated stays. Ask the organisers where it is wrong.'],
  ['ineligible', 'The entry does not take part any more.'],
  ['withdrawn', 'It was withdrawn.'],
  ['nothing-to-sign', 'The rules have no terms to sign.'],
]);
