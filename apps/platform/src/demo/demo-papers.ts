import { demoFile, type DateFact, type DocumentFact } from './demo-files.js';

const KIND_NAMES: Readonly<Record<string, string>> = {
  plan: 'Kế hoạch',
  officialLetter: 'Công văn',
  report: 'Báo cáo',
  resolution: 'Nghị quyết',
  appendix: 'Phụ lục',
};

/** A tenant's documents by their keys, named as one paper cites another. */
export type Papers = (keyOrText: string) => string;

export function papersOf(tenant: string): Papers {
  const facts = demoFile<Record<string, DocumentFact[]>>('documents')[tenant] ?? [];
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  return (keyOrText) => {
    const fact = byKey.get(keyOrText);
    return fact ? paperName(fact) : keyOrText;
  };
}

/** The facts of a tenant's document, to which a plan belongs. */
export function paperOf(tenant: string, key: string): DocumentFact | undefined {
  return demoFile<Record<string, DocumentFact[]>>('documents')[tenant]?.find((fact) => fact.key === key);
}

/** "Nghị quyết số 26-NQ/TW ngày 03/11/2022: về phát triển …"; what is not printed is not said. */
function paperName({ kind, numberAsPrinted, number, symbol, date, abstract }: DocumentFact): string {
  const name = KIND_NAMES[kind];
  if (name === undefined) return abstract;
  const numbered = number === undefined ? undefined : (numberAsPrinted ?? `${number}/${symbol ?? ''}`);
  const head = [name, numbered && `số ${numbered.replaceAll(' ', '')}`, dayOf(date)];
  return `${head.filter(Boolean).join(' ')}: ${abstract}`;
}

function dayOf(date: DateFact | undefined): string | undefined {
  if (date?.month === undefined || date.day === undefined) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `ngày ${two(date.day)}/${two(date.month)}/${date.year}`;
}
