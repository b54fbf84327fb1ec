import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { certificateRoutes } from '../../../lib/contract/certificate-routes.ts';
import type { certificateView } from '../../../lib/contract/certificate-views.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { Refused } from '../desk/refused.tsx';
import { useAct } from '../desk/use-act.ts';
import type { Names } from '../desk/use-names.ts';
import { useLanguage, useWords } from '../language.tsx';
import { TextField } from '../ui/field.tsx';
import { certificateWords } from '../words/certificate-words.ts';

/** One certificate: how it stands, its file, its revocation. */
export function CertificateRow(props: {
  readonly editionId: string;
  readonly certificate: z.output<typeof certificateView>;
  readonly names: Names;
  readonly again: () => Promise<unknown>;
}) {
  const { editionId, certificate, names, again } = props;
  const { code, prize, title, applicantName, state, entryId, prizeId, revoked } = certificate;
  const { of } = useLanguage();
  const words = useWords(certificateWords);
  const [reason, setReason] = useState('');
  const [documentNumber, setNumber] = useState('');
  const file = useAct(
    async (_: undefined) =>
      (
        await api.call(certificateRoutes.getCertificate, {
          path: { editionId, entryId, prizeId },
        })
      ).body,
    () => undefined,
  );
  const revoke = useAct(
    async (body: { reason: string; documentNumber: string }, idempotencyKey) =>
      await api.call(certificateRoutes.revokeCertificate, {
        path: { editionId, certificate: code },
        body,
        idempotencyKey,
      }),
    again,
  );
  return (
    <li>
      <div>
        <strong>{of(prize)}</strong> · {title}
        {applicantName === undefined ? '' : ` · ${applicantName}`}
        <br />
        <span class="state">{words.states[state]}</span>{' '}
        <a href={`/certificates/${code}`}>{words.check}</a>
        {revoked === undefined ? null : (
          <p class="soft">
            {revoked.documentNumber}: {revoked.reason}
          </p>
        )}
      </div>
      <div role="status">
        {file.data === undefined ? null : (
          <>
            <a href={file.data.url} download>
              {words.open}
            </a>{' '}
            <span class="soft">{words.linkUntil}</span>
          </>
        )}
      </div>
      {state === 'valid' ? (
        <p class="actions">
          <button
            type="button"
            class="quiet"
            aria-label={`${words.get}: ${of(prize)}, ${title}`}
            disabled={file.isPending}
            onClick={() => file.mutate(undefined)}
          >
            {words.get}
          </button>
          <Confirm
            label={words.revoke}
            question={words.revokeQuestion}
            isPending={revoke.isPending}
            isReady={reason.trim() !== '' && documentNumber.trim() !== ''}
            act={() =>
              revoke.mutate({ reason: reason.trim(), documentNumber: documentNumber.trim() })
            }
          >
            <TextField
              label={words.publicReason}
              pointer="/reason"
              value={reason}
              change={setReason}
            />
            <TextField
              label={words.documentNumber}
              pointer="/documentNumber"
              value={documentNumber}
              change={setNumber}
            />
          </Confirm>
        </p>
      ) : null}
      <Refused error={file.error ?? revoke.error} names={names} />
    </li>
  );
}
