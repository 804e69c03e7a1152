// `npm start`: installs and builds what is missing, then runs the platform until it ends.
import './node-version.mjs';

const HELP = `npm start [-- <tùy chọn / options>]

  --fresh     xóa dữ liệu cũ rồi bắt đầu lại (drop the old data and begin anew)
  --no-demo   nền tảng trống, không có dữ liệu trình diễn (an empty platform, no demonstration data)
  --ledger-lost  sổ xóa dữ liệu cá nhân đã mất hẳn, bắt đầu sổ mới (the ledger of erasures is lost: begin a new one)
  --help      in phần này (print this)

Biến môi trường (environment):
  PORT        cổng, mặc định 8080 (port, default 8080)
  DATA_DIR    nơi chứa dữ liệu, mặc định .data (where the data lie, default .data)
  EVENT_STORE_<TENANT>  kurrentdb://… của một đơn vị, mặc định PostgreSQL (a tenant's own KurrentDB)
  DEMO_DAY    ngày trình diễn, ví dụ 05/12/2023 (demonstration day)
`;
const OPTIONS = ['--fresh', '--no-demo', '--ledger-lost', '--help', '-h'];

async function main(args) {
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown !== undefined) {
    console.error(`Không có tùy chọn "${unknown}" (there is no such option). Xem / see: npm start -- --help`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return 0;
  }
  const { install, build } = await import('./prepare.mjs');
  if (!(await install()))
    return failed('Không cài đặt được thư viện, xem ở trên (the packages could not be installed, see above)');
  if (!(await build())) return failed('Không biên dịch được, xem ở trên (the build failed, see above)');
  return runPlatform(args);
}

function failed(sentence) {
  console.error(`✗ ${sentence}`);
  return 1;
}

async function runPlatform(args) {
  const [{ existsSync }, { spawn }, { constants }, { ROOT }] = await Promise.all([
    import('node:fs'),
    import('node:child_process'),
    import('node:os'),
    import('./files.mjs'),
  ]);
  const main = `${ROOT}apps/platform/dist/main.js`;
  if (!existsSync(main)) return failed('Thiếu apps/platform/dist/main.js (the platform has no main file)');
  const platform = spawn(process.execPath, ['--enable-source-maps', main, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  forwardSignals(platform);
  return new Promise((resolve) => {
    platform.on('error', (error) => resolve(failed(String(error))));
    platform.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/**
 * Ctrl-C in a terminal reaches the platform by itself; sent a second time it would read as impatience. The script in
 * package.json begins with `exec`, so that npm hands its own SIGTERM to this process and not to a shell that drops it;
 * when npm is killed outright, the change of parent tells.
 */
function forwardSignals(platform) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    let sent = signal === 'SIGINT' && process.stdin.isTTY === true;
    process.on(signal, () => {
      if (!sent) platform.kill(signal);
      sent = true;
    });
  }
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== 'start') return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    platform.kill('SIGTERM');
  }, 500);
  watch.unref();
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
