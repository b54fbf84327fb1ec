/** Several of a list. */
export function Ticks<Id extends string>(props: {
  readonly legend: string;
  readonly options: readonly { readonly id: Id; readonly text: string }[];
  readonly chosen: readonly Id[];
  readonly change: (chosen: readonly Id[]) => void;
}) {
  const { legend, options, chosen, change } = props;
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <div class="ticks">
        {options.map(({ id, text }) => (
          <label key={id} class="tick">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget }) =>
                change(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
