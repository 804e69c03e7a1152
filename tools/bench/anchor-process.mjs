// The store that the bench compares with: installed into its own folder when it is first wanted, run in its own process.
import { fork, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from '../files.mjs';

const FOLDER = `${ROOT}tools/bench/emmett`;
const INSTALLED = `${FOLDER}/node_modules/@event-driven-io/emmett-postgresql/package.json`;

/** Installs it when it is missing; the reason when it can't be. */
export function installAnchor() {
  if (existsSync(INSTALLED)) return undefined;
  const npm = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'],
    { cwd: FOLDER, encoding: 'utf8' },
  );
  if (npm.status === 0 && existsSync(INSTALLED)) return undefined;
  const why = npm.stderr?.trim().split('\n').at(-1) ?? npm.error?.message ?? '';
  return `emmett-postgresql 0.42.0 could not be installed (${why}): the figures beside it are left out`;
}

/** A child that carries out one task after the other on a database of its own in the same cluster. */
export class Anchor {
  static async start(connectionString) {
    const anchor = new Anchor();
    await anchor.answer();
    await anchor.do('open', { connectionString });
    return anchor;
  }

  constructor() {
    this.child = fork(`${FOLDER}/anchor.mjs`, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  async do(task, options = {}) {
    const answer = this.answer();
    this.child.send({ task, options });
    return answer;
  }

  answer() {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the anchor ended'));
      this.child.once('exit', ended);
      this.child.once('message', ({ result, error }) => {
        this.child.off('exit', ended);
        if (error === undefined) resolve(result);
        else reject(new Error(error));
      });
    });
  }

  stop() {
    this.child.disconnect();
  }
}
