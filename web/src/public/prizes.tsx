import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { useLanguage } from '../language.tsx';

/** What there is to win. */
export function Prizes({ plan }: { readonly plan: WirePlan }) {
  const { words, of, format } = useLanguage();
  return (
    <section>
      <h2>{words.prizes}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.prize}</th>
            <th scope="col" class="number">
              {words.quantity}
            </th>
            <th scope="col" class="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.prizes.map(({ id, name, quantity, amountVnd }) => (
            <tr key={id}>
              <th scope="row">{of(name)}</th>
              <td class="number">{format.count(quantity)}</td>
              <td class="number">{format.money(amountVnd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
