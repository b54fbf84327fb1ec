import { useQuery } from '@tanstack/preact-query';
import type { referenceRoutes } from '../../../lib/contract/reference-routes.ts';
import { useWords } from '../language.tsx';
import { read } from '../public/read.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { startupWords } from '../words/startup-words.ts';

const forever = { staleTime: Number.POSITIVE_INFINITY };

/** An address as it is typed. */
export interface TypedAddress {
  readonly provinceCode: string;
  readonly communeCode: string;
  readonly addressDetail: string;
}

/** Where they are: province and commune of the list in force since July 2025, then house and street. */
export function AddressFields(props: {
  readonly draft: TypedAddress;
  /** Where the address is in what is sent. */
  readonly pointer: string;
  readonly change: (part: Partial<TypedAddress>) => void;
}) {
  const { draft, pointer, change } = props;
  const startup = useWords(startupWords);
  const { provinceCode } = draft;
  const provinces = useQuery({
    queryKey: ['provinces'],
    queryFn: async ({ signal }) =>
      await read<typeof referenceRoutes.listProvinces>('/api/reference/provinces', signal),
    ...forever,
  });
  const communes = useQuery({
    queryKey: ['communes', provinceCode],
    queryFn: async ({ signal }) =>
      await read<typeof referenceRoutes.listCommunes>(
        `/api/reference/provinces/${encodeURIComponent(provinceCode)}/communes`,
        signal,
      ),
    enabled: provinceCode !== '',
    ...forever,
  });
  const choices = (items: readonly { readonly code: string; readonly name: string }[] = []) =>
    items.map(({ code: id, name: text }) => ({ id, text }));
  return (
    <div class="columns">
      <ChoiceField
        label={startup.province}
        pointer={`${pointer}/provinceCode`}
        value={provinceCode}
        options={choices(provinces.data?.items)}
        change={(code) => change({ provinceCode: code, communeCode: '' })}
      />
      <ChoiceField
        label={startup.commune}
        pointer={`${pointer}/communeCode`}
        value={draft.communeCode}
        options={choices(communes.data?.items)}
        change={(communeCode) => change({ communeCode })}
      />
      <TextField
        label={startup.addressDetail}
        pointer={`${pointer}/detail`}
        value={draft.addressDetail}
        autocomplete="street-address"
        change={(addressDetail) => change({ addressDetail })}
      />
    </div>
  );
}
