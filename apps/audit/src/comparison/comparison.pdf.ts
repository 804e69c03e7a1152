import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { COLUMNS, COUNTRY, SAME, type Paper } from './comparison.paper.js';

/** Tinos has the measures of Times New Roman and all Vietnamese letters; it is under the Open Font License. */
const fontFile = (weight: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${weight}/Tinos_${weight}.ttf`);
const FONTS = { text: '400Regular', bold: '700Bold', italic: '400Regular_Italic' } as const;
/** Points: the margins of Decree 30/2020. */
const MARGINS = { top: 57, right: 43, bottom: 57, left: 85 };
const SHARES = [0.07, 0.33, 0.3, 0.3];
const WIDTH = 595.28 - MARGINS.left - MARGINS.right;

/** Comparisons as PDF. */
export function pdfOf(paper: Paper, at: Date): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    lang: 'vi',
    info: { Title: `${paper.title}: ${paper.about}`, Creator: 'Liên Kết', CreationDate: at },
  });
  for (const [name, weight] of Object.entries(FONTS)) pdf.registerFont(name, fontFile(weight));
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  write(pdf, paper);
  pdf.end();
  return whole;
}

function write(pdf: PDFKit.PDFDocument, paper: Paper): void {
  head(pdf, paper);
  pdf.moveDown(1.5);
  pdf.font('bold').fontSize(14).text(paper.title, MARGINS.left, undefined, { width: WIDTH, align: 'center' });
  pdf.fontSize(13).text(paper.about, { width: WIDTH, align: 'center' }).moveDown();
  pdf.fontSize(12);
  for (const [name, value] of paper.facts)
    pdf.font('bold').text(`${name}: `, { continued: true }).font('text').text(value);
  pdf.moveDown();
  if (paper.rows.length === 0) pdf.text(SAME);
  else rows(pdf, paper);
  pdf.moveDown().font('italic').fontSize(11).text(paper.note, MARGINS.left, undefined, { width: WIDTH });
  numberPages(pdf);
}

/** Authority on the left, the country's name and motto on the right. */
function head(pdf: PDFKit.PDFDocument, { authority, dated }: Paper): void {
  const [left, right] = [WIDTH * 0.42, WIDTH * 0.58];
  const top = pdf.y;
  pdf
    .font('bold')
    .fontSize(11)
    .text(authority, MARGINS.left, top, { width: left - 8, align: 'center' });
  const below = pdf.y;
  const at = { width: right, align: 'center' } as const;
  pdf.text(COUNTRY[0], MARGINS.left + left, top, at).text(COUNTRY[1], { ...at, underline: true });
  pdf.font('italic').fontSize(12).moveDown(0.4).text(dated, at);
  pdf.y = Math.max(pdf.y, below);
}

function rows(pdf: PDFKit.PDFDocument, paper: Paper): void {
  pdf.font('text').fontSize(11);
  pdf.x = MARGINS.left;
  const table = pdf.table({
    columnStyles: SHARES.map((share) => share * WIDTH),
    defaultStyle: { padding: 4 },
  });
  table.row(COLUMNS.map((text) => ({ text, font: { src: 'bold', size: 11 } })));
  for (const row of paper.rows) table.row([...row]);
  table.end();
}

function numberPages(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin: otherwise the number itself would begin another page.
    pdf.page.margins.bottom = 0;
    pdf.font('text').fontSize(11);
    pdf.text(String(page + 1), MARGINS.left, pdf.page.height - 40, {
      width: WIDTH,
      align: 'center',
      lineBreak: false,
    });
  }
}
