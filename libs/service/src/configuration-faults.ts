/** What is wrong with the environment of a process, one line per variable. */
export class ConfigurationFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigurationFaults';
  }
}
