const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const billion = 1_000_000_000;
const groups = [
  [1_000_000, 'triệu'],
  [1000, 'nghìn'],
  [1, ''],
] as const;

/**
 * A whole number from 0 up in Vietnamese words, as amounts are written out: "hai mươi mốt", "một trăm linh năm", "một nghìn tỷ".
 * @throws RangeError for anything but a safe integer from 0 up
 */
export function numberInWords(count: number): string {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError('only whole numbers from 0 up are written in words');
  }
  return count === 0 ? 'không' : wordsOf(count).join(' ');
}

/** An amount of đồng in words, as a sentence begins: "Ba mươi triệu đồng". */
export function dongInWords(amountVnd: number): string {
  const words = numberInWords(amountVnd);
  return `${words.slice(0, 1).toLocaleUpperCase('vi')}${words.slice(1)} đồng`;
}

function wordsOf(count: number): string[] {
  if (count < billion) return belowBillion(count, false);
  const rest = count % billion;
  return [...wordsOf(Math.floor(count / billion)), 'tỷ', ...belowBillion(rest, true)];
}

/** Groups of three digits from the highest on; an empty one is left out, all after the first are said with their hundreds. */
function belowBillion(count: number, isAfterMore: boolean): string[] {
  const words: string[] = [];
  let rest = count;
  for (const [size, name] of groups) {
    const group = Math.floor(rest / size);
    rest %= size;
    if (group === 0) continue;
    words.push(...belowThousand(group, isAfterMore || words.length > 0));
    if (name !== '') words.push(name);
  }
  return words;
}

function belowThousand(count: number, withHundreds: boolean): string[] {
  const hundreds = Math.floor(count / 100);
  const said = hundreds > 0 || withHundreds ? [digit(hundreds), 'trăm'] : [];
  return [...said, ...belowHundred(count % 100, said.length > 0)];
}

function belowHundred(count: number, isAfterHundreds: boolean): string[] {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  if (tens === 0) {
    if (ones === 0) return [];
    return isAfterHundreds ? ['linh', digit(ones)] : [digit(ones)];
  }
  const said = tens === 1 ? ['mười'] : [digit(tens), 'mươi'];
  return ones === 0 ? said : [...said, afterTens(ones, tens)];
}

/** Past twenty "một" is "mốt" and "bốn" is "tư"; past ten "năm" is "lăm". */
function afterTens(ones: number, tens: number): string {
  if (ones === 5) return 'lăm';
  if (tens > 1 && ones === 1) return 'mốt';
  return tens > 1 && ones === 4 ? 'tư' : digit(ones);
}

const digit = (value: number): string => digits[value] ?? '';
