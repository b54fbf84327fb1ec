import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { certificatePath } from '../../../lib/contest/certificate.ts';
import type { certificateRoutes } from '../../../lib/contract/certificate-routes.ts';
import { useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { TextField } from '../ui/field.tsx';
import { checkWords } from '../words/check-words.ts';
import { Refusal, read } from './read.ts';
import { certificateCodeOf } from './typed-codes.ts';

/** A certificate's code, typed; one that was issued goes on to the page of the certificate. */
export function CertificateCheck() {
  const check = useWords(checkWords);
  const [typed, type] = useState('');
  const [isWrong, setWrong] = useState(false);
  const find = useMutation({
    mutationFn: async (code: string) => {
      await read<typeof certificateRoutes.checkCertificate>(
        `/api/certificates/${code}`,
        new AbortController().signal,
      );
      location.assign(certificatePath(code));
    },
  });
  const isUnknown = find.error instanceof Refusal && find.error.code === 'not-found';
  return (
    <form
      class="hero"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const code = certificateCodeOf(typed);
        setWrong(code === undefined);
        find.reset();
        if (code !== undefined) find.mutate(code);
      }}
    >
      <h2>{check.certificate}</h2>
      <TextField
        label={check.certificateCode}
        pointer="/certificate"
        hint={check.certificateHelp}
        autocomplete="off"
        value={typed}
        change={type}
      />
      {isWrong ? (
        <p class="wrong-text" role="alert">
          {check.notACode}
        </p>
      ) : null}
      {isUnknown ? (
        <p class="notice alarm" role="alert">
          {check.noCertificate}
        </p>
      ) : null}
      {find.error !== null && !isUnknown ? <Failure error={find.error} /> : null}
      <p class="actions">
        <button type="submit" disabled={find.isPending}>
          {check.check}
        </button>
      </p>
    </form>
  );
}
