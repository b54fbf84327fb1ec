/**
 * Redoes a written derivation with nothing but the text: its own fractions, its own rounding, no line of the code that wrote it.
 * Each fault is a sentence; none where every printed sum, quotient, rounding, order and prize holds.
 */
export function faultsIn(text: string): string[] {
  const faults: string[] = [];
  const scores = new Map<string, string>();
  let code = '';
  let totals: string[] = [];
  let last = '';
  for (const line of text.split('\n')) {
    const head = /^### (\S+) · /u.exec(line);
    if (head) {
      code = head[1]!;
      totals = [];
      last = '';
    }
    if (!line.startsWith('- ') || code === '') continue;
    const said = line.slice(line.lastIndexOf(': ') + 2);
    const [terms, result] = said.includes(' → ') ? [] : said.split(' = ');
    if (terms !== undefined && result !== undefined) {
      if (!equal(amountOf(terms), fraction(result))) faults.push(`${code}: ${line}`);
      if (/^- (Sheet|Phiếu) \(/u.test(line)) totals.push(result);
      if (/^- (Sum|Tổng):/u.test(line)) {
        // Each total that is added stands above; those that are not were dropped by name.
        for (const term of terms.split(' + ')) {
          const at = totals.indexOf(term);
          if (at < 0) faults.push(`${code}: ${term} is no sheet's total`);
          else totals.splice(at, 1);
        }
      }
      if (/^- (Mean|Trung bình):/u.test(line) && terms.split(' ÷ ')[0] !== last) {
        faults.push(`${code}: the mean is not of the sum`);
      }
      last = result;
    }
    const rounding = /^- (?:Rounded|Làm tròn): (\S+) → (\S+)$/u.exec(line);
    if (rounding) {
      const [, mean, printed] = rounding;
      if (mean !== last) faults.push(`${code}: not the mean is rounded`);
      if (rounded(fraction(mean!), printed!) !== printed) faults.push(`${code}: ${line}`);
      scores.set(code, printed!);
    }
    if (/ → /u.test(line) && !rounding) {
      const [, sum, mean, printed] = /: (.*) = (\S+) → (\S+)$/u.exec(line)!;
      if (!equal(amountOf(sum!), fraction(mean!))) faults.push(`${code}: ${line}`);
      if (rounded(fraction(mean!), printed!) !== printed) faults.push(`${code}: ${line}`);
    }
    if (line.includes('Rank ') || line.includes('Hạng ')) code = '';
  }
  return [...faults, ...rankFaults(text, scores)];
}

/** Places go down by score, and each entry stands at the score that was rounded for it. */
function rankFaults(text: string, scores: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  let before = { rank: 0, size: 0, score: Number.POSITIVE_INFINITY };
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) before = { rank: 0, size: 0, score: Number.POSITIVE_INFINITY };
    const place = /^- (?:Rank|Hạng) (\d+): (.*) — (\S+)/u.exec(line);
    if (!place) continue;
    const codes = place[2]!.split(', ');
    const [rank, score] = [Number(place[1]), Number(place[3])];
    for (const code of codes) if (scores.get(code) !== place[3]) faults.push(`${code}: ${line}`);
    const next = before.rank === 0 ? 1 : before.rank + before.size;
    if (rank !== next || score > before.score) faults.push(line);
    before = { rank, size: codes.length, score };
  }
  return faults;
}

type Fraction = readonly [top: bigint, bottom: bigint];

const equal = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;

/** `325/4`, `-3` or `81.25`. */
function fraction(text: string): Fraction {
  const [top = '', bottom = '1'] = text.split('/');
  const [whole = '', decimals = ''] = top.split('.');
  return [BigInt(whole + decimals), BigInt(bottom) * 10n ** BigInt(decimals.length)];
}

/** `a + b × c`, `a ÷ n` and `(a + b) ÷ n`. */
function amountOf(text: string): Fraction {
  const [sum = '', count] = text.split(' ÷ ');
  const [top, bottom] = sum
    .replace(/[()]/gu, '')
    .split(' + ')
    .map((term) =>
      term
        .split(' × ')
        .map(fraction)
        .reduce(([a, b], [c, d]): Fraction => [a * c, b * d]),
    )
    .reduce(([a, b], [c, d]): Fraction => [a * d + c * b, b * d]);
  return [top, bottom * BigInt(count ?? '1')];
}

/** Half away from zero, to as many decimals as `like` has. */
function rounded([top, bottom]: Fraction, like: string): string {
  const decimals = like.split('.')[1]?.length ?? 0;
  const [size, sign] = top < 0n ? [-top, '-'] : [top, ''];
  const units = (2n * size * 10n ** BigInt(decimals) + bottom) / (2n * bottom);
  const digits = String(units).padStart(decimals + 1, '0');
  const shown =
    decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units === 0n ? shown : sign + shown;
}
