/** The only place of the platform that speaks to the terminal; everything else is a JSON log line. */
export function say(text: string): void {
  console.log(text);
}

export function complain(text: string): void {
  console.error(text);
}
