const collator = new Intl.Collator('vi');

/** A name is one text, never first and last name: only for sorting is it read as given, family, middle. */
const sortingParts = (name: string): readonly [given: string, family: string, middle: string] => {
  const words = name.normalize('NFC').trim().split(/\s+/u);
  const given = words.at(-1) ?? '';
  const family = words.length > 1 ? (words[0] ?? '') : '';
  return [given, family, words.slice(1, -1).join(' ')];
};

/**
 * Orders names as Vietnamese lists do: by given name (the last word), then family name, then middle names, in
 * the Vietnamese alphabet and tone order. Negative, zero or positive; zero for one name only, however it is encoded.
 */
export const compareVietnameseNames = (one: string, other: string): number => {
  const [given, family, middle] = sortingParts(one);
  const [otherGiven, otherFamily, otherMiddle] = sortingParts(other);
  return (
    collator.compare(given, otherGiven) ||
    collator.compare(family, otherFamily) ||
    collator.compare(middle, otherMiddle)
  );
};
