import { useWords } from '../language.tsx';
import { LongField, TextField } from '../ui/field.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { MomentField } from './moment-field.tsx';

/** A later time, why, and by which decision. */
export interface Exception {
  readonly closesAt: string;
  readonly reason: string;
  readonly documentNumber: string;
}

export const noException: Exception = { closesAt: '', reason: '', documentNumber: '' };

/** The questions of every exception from a deadline. */
export function ExceptionFields(props: {
  readonly exception: Exception;
  readonly change: (exception: Exception) => void;
}) {
  const { exception, change } = props;
  const words = useWords(dossierWords);
  return (
    <>
      <MomentField
        label={words.until}
        pointer="/closesAt"
        value={exception.closesAt}
        change={(closesAt) => change({ ...exception, closesAt })}
      />
      <LongField
        label={words.reason}
        pointer="/reason"
        rows={2}
        value={exception.reason}
        change={(reason) => change({ ...exception, reason })}
      />
      <TextField
        label={words.documentNumber}
        pointer="/documentNumber"
        value={exception.documentNumber}
        change={(documentNumber) => change({ ...exception, documentNumber })}
      />
    </>
  );
}
