import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { startupWords } from '../words/startup-words.ts';
import type { Part } from './part.ts';
import { contentTypeOf, type UploadPhase, upload } from './upload.ts';
import type { EntryPath } from './use-entry.ts';

/** Takes a file, says at once what cannot be taken, shows how far it has come. */
export function UploadButton(props: {
  readonly path: EntryPath;
  readonly document: Part['plan']['documents'][number];
  /** What never arrived and takes the place of another file. */
  readonly instead: string | undefined;
}) {
  const { path, instead } = props;
  const { kind, maxBytes, contentTypes } = props.document;
  const { format } = useLanguage();
  const startup = useWords(startupWords);
  const queries = useQueryClient();
  const [refusal, refuse] = useState<string>();
  const [progress, tell] = useState<{ phase: UploadPhase; part: number }>();
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const contentType = contentTypeOf(file.name);
      if (contentType === undefined) return;
      await upload(path, { kind, contentType, file, instead }, (phase, part) =>
        tell({ phase, part }),
      );
    },
    onSettled: async () => {
      tell(undefined);
      await queries.invalidateQueries({ queryKey: ['entry', path.entryId] });
    },
  });
  useAskToLeave(sending.isPending);
  const take = (file: File) => {
    const type = contentTypeOf(file.name);
    const isAllowed = type !== undefined && contentTypes.includes(type);
    if (!isAllowed) return refuse(startup.wrongFileType);
    if (file.size > maxBytes) return refuse(startup.fileTooLarge(format.bytes(maxBytes)));
    refuse(undefined);
    sending.mutate(file);
  };
  const last = sending.variables;
  return (
    <div class="upload">
      <label class="button quiet">
        {startup.addFile}
        <input
          type="file"
          accept={contentTypes.join(',')}
          disabled={sending.isPending}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) take(file);
            currentTarget.value = '';
          }}
        />
      </label>
      {progress === undefined ? null : (
        <p role="status">
          {startup.uploads[progress.phase]} {last?.name}
          <progress max={1} value={progress.part} aria-label={startup.uploads[progress.phase]} />
        </p>
      )}
      {refusal === undefined ? null : (
        <p class="wrong-text" role="alert">
          {refusal}
        </p>
      )}
      {sending.error === null ? null : (
        <Failure
          error={sending.error}
          {...(last === undefined ? {} : { retry: () => sending.mutate(last) })}
        />
      )}
    </div>
  );
}

/** Leaving in the middle of an upload loses it: the browser asks first. */
function useAskToLeave(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return;
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', leaving);
    return () => removeEventListener('beforeunload', leaving);
  }, [isSending]);
}
