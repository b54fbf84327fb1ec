import { useState } from 'preact/hooks';
import type { PaperRequest } from '../../../lib/contract/paper-views.ts';
import { useWords } from '../language.tsx';
import { TextField } from '../ui/field.tsx';
import { paperWords } from '../words/paper-words.ts';
import { FileMaker, type MadeFile } from './file-maker.tsx';

const needed = ['issuer', 'decidedBy', 'symbol', 'place', 'position'] as const;
const nothing = { issuer: '', decidedBy: '', symbol: '', place: '', position: '', signer: '' };

/** The draft of the decision: what of it only the office knows is asked for. */
export function DraftDecisionForm(props: {
  readonly make: (body: PaperRequest, idempotencyKey: string) => Promise<MadeFile>;
}) {
  const words = useWords(paperWords);
  const [typed, set] = useState(nothing);
  const { issuer, decidedBy, symbol, place, position, signer } = typed;
  const name = signer.trim();
  return (
    <details>
      <summary>{words.kinds['draft-decision']}</summary>
      <p>{words.forDecision}</p>
      {needed.map((field) => (
        <TextField
          key={field}
          label={words[field]}
          pointer={`/${field}`}
          value={typed[field]}
          change={(value) => set({ ...typed, [field]: value })}
        />
      ))}
      <TextField
        label={words.signer}
        pointer="/signer/name"
        hint={words.optional}
        value={signer}
        change={(value) => set({ ...typed, signer: value })}
      />
      <ul class="rows">
        <FileMaker
          name={words.kinds['draft-decision']}
          isReady={needed.every((field) => typed[field].trim() !== '')}
          make={async (key) =>
            await props.make(
              {
                kind: 'draft-decision',
                issuer: issuer.trim(),
                decidedBy: decidedBy.trim(),
                symbol: symbol.trim(),
                place: place.trim(),
                signer: { position: position.trim(), ...(name === '' ? {} : { name }) },
              },
              key,
            )
          }
        />
      </ul>
    </details>
  );
}
