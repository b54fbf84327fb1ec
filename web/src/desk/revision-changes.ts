type Values = { readonly [id: string]: string };

/** What differs between two versions, a line for each: `Tính mới: 8 → 8,5`, or the value alone where there was none. */
export function changesBetween(
  before: Values,
  after: Values,
  told: { readonly nameOf: (id: string) => string; readonly decimalMark: string },
): string[] {
  const shown = (value: string) => value.replace('.', told.decimalMark);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id) => {
    const [was, is] = [before[id], after[id]];
    if (was === is) return [];
    const value = [was, is].flatMap((one) => (one === undefined ? [] : [shown(one)])).join(' → ');
    return [`${told.nameOf(id)}: ${is === undefined ? `${value} → –` : value}`];
  });
}
