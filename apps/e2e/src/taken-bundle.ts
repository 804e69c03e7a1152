/** Of an audit bundle, what specs change in it. */
export interface Bundle {
  readonly events: {
    readonly stream: string;
    readonly revision: number;
    data: string;
    readonly seq: number;
  }[];
}

/** A whole log comes in lines, anything else in one object. */
const isInLines = (bundle: string): boolean => bundle.startsWith('{"format":"lien-ket-audit-bundle/2"');

function parsedOf(bundle: string): Bundle {
  if (!isInLines(bundle)) return JSON.parse(bundle) as Bundle;
  const [, ...lines] = bundle.trimEnd().split('\n');
  return { events: lines.map((line) => JSON.parse(line) as Bundle['events'][number]) };
}

/** The file with something done to what is read of it. */
export function changed(bundle: string, change: (parsed: Bundle) => void): string {
  const parsed = parsedOf(bundle);
  change(parsed);
  if (!isInLines(bundle)) return `${JSON.stringify(parsed)}\n`;
  const [head] = bundle.split('\n', 1);
  return [head, ...parsed.events.map((event) => JSON.stringify(event)), ''].join('\n');
}

/** The plan with the most events. */
export function longestPlanOf(bundle: string): string {
  const lengths = new Map<string, number>();
  for (const { stream } of parsedOf(bundle).events)
    if (stream.startsWith('plan-')) lengths.set(stream, (lengths.get(stream) ?? 0) + 1);
  const [first] = [...lengths].sort(([, one], [, other]) => other - one);
  return first?.[0].slice('plan-'.length) ?? '';
}

/** Where the event of this plan and revision stands. */
export const placeOf = ({ events }: Bundle, id: string, at: number): number =>
  events.findIndex(({ stream, revision }) => stream === `plan-${id}` && revision === at);
