import { cellText, stringItemXml } from './cell-text.ts';
import { MAIN_NAMESPACE, XML_DECLARATION } from './xml-names.ts';

/**
 * The texts of a workbook, each once. Cells name them by number: Apple's programs show nothing of a text that stands in
 * the cell itself.
 */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  /** The number of a text, which is new or was there. */
  numberOf(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(text, next);
    return next;
  }

  /** The part that holds them; to be written after the last cell. */
  *xml(): Generator<string> {
    const counts = `count="${this.#uses}" uniqueCount="${this.#numbers.size}"`;
    yield `${XML_DECLARATION}<sst xmlns="${MAIN_NAMESPACE}" ${counts}>`;
    for (const text of this.#numbers.keys()) {
      yield `<si><t xml:space="preserve">${stringItemXml(cellText(text))}</t></si>`;
    }
    yield '</sst>';
  }
}
