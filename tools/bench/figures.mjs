/** One row of the table; `well` is undefined where there is no aim. */
export function figure(what, value, { beside = '', aim = '', well } = {}) {
  return { what, value, beside, aim, well };
}

export function median(values) {
  return percentile(values, 0.5);
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
}

/**
 * Runs each of the measurements `times` times, alternating which comes first, so that a slow minute of the machine
 * falls on all of them. Answers the results by name.
 */
export async function interleaved(times, measurements) {
  const results = Object.fromEntries(Object.keys(measurements).map((name) => [name, []]));
  for (let turn = 0; turn < times; turn += 1) {
    const names = Object.keys(measurements);
    if (turn % 2 === 1) names.reverse();
    for (const name of names) results[name].push(await measurements[name](turn));
  }
  return results;
}

/** Median of the ratios of the same turn: both sides of each were measured next to each other. */
export function ratioOf(own, anchor) {
  return median(own.map((value, turn) => value / anchor[turn]));
}

export const count = (value) => Math.round(value).toLocaleString('en-US');
export const times = (value) => `${value.toFixed(2)}×`;
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const secondsSince = (began) => (performance.now() - began) / 1000;

/** Aim and verdict of ratios by anchor: `gates({ raw: 1.2 }, { raw: 1 })`. An anchor that was not measured is left out. */
export function gates(ratios, least) {
  const asked = Object.entries(least).filter(
    ([anchor, value]) => value !== undefined && ratios[anchor] !== undefined,
  );
  if (asked.length === 0) return {};
  return {
    aim: asked.map(([anchor, value]) => `≥ ${value}× ${anchor}`).join(', '),
    well: asked.every(([anchor, value]) => ratios[anchor] >= value),
  };
}
