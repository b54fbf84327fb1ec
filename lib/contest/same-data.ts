const isParted = (value: unknown): value is object => typeof value === 'object' && value !== null;

const partsOf = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, part]) => part !== undefined));

/**
 * Whether two values of plain data say the same: the order counts in a list, not among the fields of an object, and a
 * field that is undefined is absent.
 */
export const sameData = (one: unknown, other: unknown): boolean => {
  if (!isParted(one) || !isParted(other)) return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, others] = [partsOf(one), partsOf(other)];
  return (
    mine.size === others.size &&
    [...mine].every(([name, part]) => others.has(name) && sameData(part, others.get(name)))
  );
};
