// A folder that says nothing gathers everything; a deep one hides it.

const FORBIDDEN = ['utils', 'common', 'shared', 'helpers', 'core', 'base', 'misc'];
const DEPTH = 2;

/** Sentences about the folders of these files (paths relative to the root); empty when all is well. */
export function folderFaults(paths) {
  return [...new Set(paths.flatMap(faultsOf))];
}

function faultsOf(path) {
  const folders = path.split('/').slice(0, -1);
  const forbidden = folders.filter((name) => FORBIDDEN.includes(name.toLowerCase()));
  const faults = forbidden.map((name) => `${folders.join('/')}: a folder named "${name}" has no purpose`);
  const src = folders.indexOf('src');
  if (src >= 0 && folders.length - src - 1 > DEPTH)
    faults.push(`${folders.join('/')}: deeper than ${DEPTH} under src`);
  if (/^apps\/[^/]+\/src\/(.*\/)?index\.ts$/.test(path)) faults.push(`${path}: an app has no index.ts`);
  return faults;
}
