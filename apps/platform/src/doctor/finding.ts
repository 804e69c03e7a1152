/** One thing that was looked at: how it is, and what to do when it is not well. */
export interface Finding {
  /** What was looked at, in the words of who runs the installation. */
  readonly about: string;
  readonly state: 'well' | 'notice' | 'fault';
  readonly says: string;
  /** What to do; a fault always has it. */
  readonly todo?: string;
}

export const well = (about: string, says: string): Finding => ({ about, state: 'well', says });
export const notice = (about: string, says: string, todo: string): Finding => ({
  about,
  state: 'notice',
  says,
  todo,
});
export const fault = (about: string, says: string, todo: string): Finding => ({
  about,
  state: 'fault',
  says,
  todo,
});

const MARKS = { well: '✓', notice: '!', fault: '✗' } as const;
const ABOUT_WIDTH = 22;

/** The page: a line each, what to do below it, and the sum at the end. */
export function page(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ about, state, says, todo }) => [
    `${MARKS[state]} ${about.padEnd(ABOUT_WIDTH)} ${says}`,
    ...(todo ? [`    → ${todo}`] : []),
  ]);
  return [...lines, '', sum(findings)].join('\n');
}

function sum(findings: readonly Finding[]): string {
  const count = (state: Finding['state']): number => findings.filter((one) => one.state === state).length;
  const [faults, notices] = [count('fault'), count('notice')];
  if (faults + notices === 0) return 'Mọi thứ đều ổn (all is well).';
  return `${faults} lỗi, ${notices} điều cần để ý (faults, notices).`;
}

/** Exit code: 1 while something is wrong. */
export function codeOf(findings: readonly Finding[]): 0 | 1 {
  return findings.some(({ state }) => state === 'fault') ? 1 : 0;
}
