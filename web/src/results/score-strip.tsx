import { approximately } from './figures.ts';

const width = 240;
const middle = 14;
const edge = 7;

/** Totals as dots on a line with their mean; the numbers stand beside it, so it is only for the eye. */
export function ScoreStrip(props: {
  readonly exact: readonly string[];
  readonly mean: string;
  readonly scale: { readonly from: number; readonly to: number };
}) {
  const { exact, mean, scale } = props;
  const at = (fraction: string) =>
    edge + ((approximately(fraction) - scale.from) / (scale.to - scale.from)) * (width - 2 * edge);
  const places = exact.map(at);
  return (
    <svg class="strip" viewBox={`0 0 ${width} ${2 * middle}`} aria-hidden="true" focusable="false">
      <line class="axis" x1={edge} x2={width - edge} y1={middle} y2={middle} />
      <line
        class="extent"
        x1={Math.min(...places)}
        x2={Math.max(...places)}
        y1={middle}
        y2={middle}
      />
      {places.map((x, index) => (
        <circle key={index} cx={x} cy={middle} r="5" />
      ))}
      <line class="mean" x1={at(mean)} x2={at(mean)} y1="3" y2={2 * middle - 3} />
    </svg>
  );
}
