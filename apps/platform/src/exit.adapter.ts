export function exitWith(code: number): void {
  process.exit(code);
}
