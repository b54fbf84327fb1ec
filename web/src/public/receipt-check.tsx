import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { entryCodePattern } from '../../../lib/contest/new-entry.ts';
import { receiptPagePath } from '../../../lib/contest/receipt-link.ts';
import { useWords } from '../language.tsx';
import { Errors, LongField, type PlaceError, TextField } from '../ui/field.tsx';
import { checkWords } from '../words/check-words.ts';
import { signatureOf } from './typed-codes.ts';

/** What is printed on a receipt, typed; the page of the receipt says whether it is one. */
export function ReceiptCheck({ editionId }: { readonly editionId: string }) {
  const check = useWords(checkWords);
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const [submission, setSubmission] = useState('1');
  const [signature, setSignature] = useState('');
  const [errors, setErrors] = useState<readonly PlaceError[]>([]);
  const send = () => {
    const typed = {
      code: code.trim().toUpperCase(),
      submission: submission.trim(),
      signature: signatureOf(signature),
    };
    const wrong = [
      ...(entryCodePattern.test(typed.code) ? [] : [{ pointer: '/code', code: 'invalid-code' }]),
      ...(/^[1-9][0-9]{0,3}$/.test(typed.submission)
        ? []
        : [{ pointer: '/submission', code: 'invalid-number' }]),
      ...(typed.signature === undefined
        ? [{ pointer: '/signature', code: 'invalid-signature' }]
        : []),
    ];
    setErrors(wrong);
    if (wrong.length > 0 || typed.signature === undefined) return;
    const { signature: signed } = typed;
    const number = Number(typed.submission);
    go(receiptPagePath({ editionId, code: typed.code, submission: number, signature: signed }));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{check.receipt}</h2>
      <p class="soft">{check.receiptHelp}</p>
      <Errors.Provider value={errors}>
        <TextField
          label={check.entryCode}
          pointer="/code"
          autocomplete="off"
          value={code}
          change={setCode}
        />
        <TextField
          label={check.submission}
          pointer="/submission"
          type="number"
          value={submission}
          change={setSubmission}
        />
        <LongField
          label={check.signature}
          pointer="/signature"
          hint={check.signatureHelp}
          rows={3}
          value={signature}
          change={setSignature}
        />
      </Errors.Provider>
      <p class="actions">
        <button type="submit" class="quiet">
          {check.check}
        </button>
      </p>
    </form>
  );
}
