import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { COLUMNS, COUNTRY, SAME, type Paper } from './comparison.paper.js';

const FONT = 'Times New Roman';
/** Twentieths of a point: margins of Decree 30/2020 (20, 15, 20 and 30 mm). */
const MARGIN = { top: 1134, right: 850, bottom: 1134, left: 1701 };
const WIDTHS = [7, 33, 30, 30];
const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const BARE = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** Comparisons as Word: what offices ask for, so that they can go on writing in it. */
export function wordOf(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: 'Liên Kết',
    styles: { default: { document: { run: { font: FONT, size: 26 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGIN } },
        footers: {
          default: new Footer({ children: [centred([new TextRun({ children: [PageNumber.CURRENT] })])] }),
        },
        children: [
          head(paper),
          centred([bold(paper.title, 28)], 240),
          centred([bold(paper.about)], 0, 200),
          ...paper.facts.map(
            ([name, value]) => new Paragraph({ children: [bold(`${name}: `), new TextRun(value)] }),
          ),
          new Paragraph({ text: '' }),
          ...(paper.rows.length === 0 ? [new Paragraph({ text: SAME })] : [rows(paper)]),
          new Paragraph({
            spacing: { before: 200 },
            children: [new TextRun({ text: paper.note, italics: true, size: 22 })],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const bold = (text: string, size = 26): TextRun => new TextRun({ text, bold: true, size });

function centred(children: readonly ParagraphChild[], before = 0, after = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    children: [...children],
  });
}

/** Authority on the left, the country's name and motto on the right. */
function head({ authority, dated }: Paper): Table {
  const motto = new TextRun({ text: COUNTRY[1], bold: true, underline: { type: UnderlineType.SINGLE } });
  const cell = (width: number, children: Paragraph[]): TableCell =>
    new TableCell({ width: { size: width, type: WidthType.PERCENTAGE }, children });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: BARE,
    rows: [
      new TableRow({
        children: [
          cell(42, [centred([bold(authority, 24)])]),
          cell(58, [
            centred([bold(COUNTRY[0], 24)]),
            centred([motto]),
            centred([new TextRun({ text: dated, italics: true })], 80),
          ]),
        ],
      }),
    ],
  });
}

function rows({ rows: given }: Paper): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(COLUMNS, true), ...given.map((each) => row(each, false))],
  });
}

function row(texts: readonly string[], heading: boolean): TableRow {
  const cells = texts.map((text, index) => {
    const children = text
      .split('\n')
      .map(
        (line) =>
          new Paragraph({ children: [heading ? bold(line, 24) : new TextRun({ text: line, size: 24 })] }),
      );
    return new TableCell({ width: { size: WIDTHS[index] ?? 25, type: WidthType.PERCENTAGE }, children });
  });
  return new TableRow({ tableHeader: heading, children: cells });
}
