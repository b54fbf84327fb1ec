import { xmlText } from './cell-text.ts';
import { MAIN_NAMESPACE, PACKAGE, RELATIONS, XML_DECLARATION } from './xml-names.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet as the workbook lists it: its name and the range of its table ("A1:D11"). */
export interface ListedSheet {
  readonly name: string;
  readonly range: string;
}

/** What each part is. */
export const contentTypesXml = (sheets: number): string =>
  [
    `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook', 'sheet.main'),
    ...places(sheets).map((place) => override(`worksheets/sheet${place + 1}`, 'worksheet')),
    override('styles', 'styles'),
    override('sharedStrings', 'sharedStrings'),
    '</Types>',
  ].join('');

/** Where a package begins. Not even properties: they would name a program, a person or a time. */
export const packageRelationsXml = (): string =>
  relations([relation(1, 'officeDocument', 'xl/workbook.xml')]);

/** What a workbook is made of: its sheets have the ids rId1, rId2 … */
export const workbookRelationsXml = (sheets: number): string =>
  relations([
    ...places(sheets).map((place) =>
      relation(place + 1, 'worksheet', `worksheets/sheet${place + 1}.xml`),
    ),
    relation(sheets + 1, 'styles', 'styles.xml'),
    relation(sheets + 2, 'sharedStrings', 'sharedStrings.xml'),
  ]);

/** The list of sheets; what each filters, and that its titles stand on every printed page. */
export const workbookXml = (sheets: readonly ListedSheet[]): string =>
  [
    `${XML_DECLARATION}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS}">`,
    '<bookViews><workbookView/></bookViews><sheets>',
    ...sheets.map(
      ({ name }, place) =>
        `<sheet name="${xmlText(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
    ),
    '</sheets><definedNames>',
    ...sheets.map(filterRange),
    ...sheets.map(printTitles),
    '</definedNames></workbook>',
  ].join('');

function filterRange({ name, range }: ListedSheet, place: number): string {
  const fixed = range.replace(/[A-Z]+|\d+/g, '$$$&');
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">'${xmlText(name)}'!${fixed}</definedName>`;
}

const printTitles = ({ name }: ListedSheet, place: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'${xmlText(name)}'!$1:$1</definedName>`;

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

const relations = (all: readonly string[]): string =>
  `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
