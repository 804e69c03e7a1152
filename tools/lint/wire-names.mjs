const SHAPE = /^lk(\.[a-z][a-zA-Z0-9-]*){3}\.v[1-9][0-9]*$/;

/** Sentences about a list of event type names; empty when each has the right shape and is registered once. */
export function wireNameFaults(names) {
  const seen = new Set();
  return names.flatMap((name) => {
    const faults = [];
    if (!SHAPE.test(name)) faults.push(`${name}: not lk.<service>.<aggregate>.<event>.v<n>`);
    if (seen.has(name)) faults.push(`${name}: registered twice`);
    seen.add(name);
    return faults;
  });
}
