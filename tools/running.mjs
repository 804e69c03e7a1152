// The running platform, for the command lines that speak to it: its address, and a token of a demonstration account.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export function end(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

/** Address of the platform: PLATFORM_URL, or the one that runs on DATA_DIR here; ends with a clear sentence when none does. */
function platformUrl() {
  if (process.env.PLATFORM_URL) return process.env.PLATFORM_URL.replace(/\/$/, '');
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  try {
    return `http://127.0.0.1:${JSON.parse(readFileSync(resolve(dataDir, 'platform.json'), 'utf8')).port}`;
  } catch {
    return end(
      'Nền tảng không chạy trên thư mục dữ liệu này: npm start trước (hoặc đặt DATA_DIR, PLATFORM_URL).',
    );
  }
}

function givenToken() {
  const { LIEN_KET_TOKEN: token, LIEN_KET_TOKEN_FILE: file } = process.env;
  return token ?? (file ? readFileSync(file, 'utf8').trim() : undefined);
}

/** POSTs JSON to the platform. */
export function runningPlatform() {
  const url = platformUrl();
  const post = (path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    /** As an account of the demonstration, or by LIEN_KET_TOKEN or a file with it, LIEN_KET_TOKEN_FILE. */
    async as(account) {
      const token = givenToken() ?? (await (await post('/auth/demo-token', { account })).json()).access_token;
      if (!token) end(`Không lấy được quyền của ${account}: ngoài bản trình diễn hãy đặt LIEN_KET_TOKEN.`);
      return (path, body) => post(path, body, { authorization: `Bearer ${token}` });
    },
  };
}
