import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.nx', '.data', 'tmp']);

/** Paths of all files of the project below the folders, relative to the root, sorted; nothing built or installed. */
export function projectFiles(...folders) {
  return folders.flatMap((folder) => below(folder.replace(/\/$/, ''))).sort();
}

function below(folder) {
  if (!existsSync(ROOT + folder)) return [];
  return readdirSync(ROOT + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : below(path);
    return entry.isFile() ? [path] : [];
  });
}
