import type * as z from 'zod';
import { signingAuthorities } from '../../../lib/contest/official-decision.ts';
import type { decisionRequest } from '../../../lib/contract/decision-views.ts';
import { useWords } from '../language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { publicationWords } from '../words/publication-words.ts';

/** A numbered decision while it is typed. */
interface TypedDecision {
  readonly documentNumber: string;
  readonly issuedOn: string;
  readonly title: string;
  readonly kind: string;
  readonly of: string;
  readonly position: string;
  readonly name: string;
}

export const emptyDecision: TypedDecision = {
  documentNumber: '',
  issuedOn: '',
  title: '',
  kind: '',
  of: '',
  position: '',
  name: '',
};

/** What is sent of it; nothing while something is missing. */
export function decisionOf(typed: TypedDecision): z.input<typeof decisionRequest> | undefined {
  const { kind, of, position, name, ...paper } = typed;
  const authority = signingAuthorities.find((one) => one === kind);
  const isWhole = [...Object.values(paper), position, name].every((text) => text.trim() !== '');
  if (!isWhole || (authority !== undefined && of.trim() === '')) return undefined;
  return {
    documentNumber: paper.documentNumber.trim(),
    issuedOn: paper.issuedOn,
    title: paper.title.trim(),
    signer: {
      ...(authority === undefined ? {} : { authority: { kind: authority, of: of.trim() } }),
      position: position.trim(),
      name: name.trim(),
    },
  };
}

/** The decision behind a publication: number, date, what it is about, who signed it and by which authority. */
export function OfficialDecisionFields(props: {
  readonly typed: TypedDecision;
  readonly change: (typed: TypedDecision) => void;
}) {
  const { typed, change } = props;
  const words = useWords(publicationWords);
  const field = (name: keyof TypedDecision, label: string, pointer: string) => (
    <TextField
      label={label}
      pointer={pointer}
      value={typed[name]}
      change={(value) => change({ ...typed, [name]: value })}
    />
  );
  return (
    <div class="columns">
      {field('documentNumber', words.documentNumber, '/decision/documentNumber')}
      <DateField
        label={words.issuedOn}
        pointer="/decision/issuedOn"
        value={typed.issuedOn}
        change={(issuedOn) => change({ ...typed, issuedOn })}
      />
      {field('title', words.decisionTitle, '/decision/title')}
      <ChoiceField
        label={words.authority}
        pointer="/decision/signer/authority/kind"
        none={words.ownRight}
        value={typed.kind}
        options={signingAuthorities.map((id) => ({ id, text: words.authorities[id] }))}
        change={(kind) => change({ ...typed, kind })}
      />
      {typed.kind === '' ? null : field('of', words.authorityOf, '/decision/signer/authority/of')}
      {field('position', words.position, '/decision/signer/position')}
      {field('name', words.signer, '/decision/signer/name')}
    </div>
  );
}
