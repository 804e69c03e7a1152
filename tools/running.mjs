// The running platform, for the command lines that speak to it: its address, and a token of a demonstration account.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export function end(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

/** POSTs JSON to the platform that runs on DATA_DIR; ends with a clear sentence when none does. */
export function runningPlatform() {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  let port;
  try {
    port = JSON.parse(readFileSync(resolve(dataDir, 'platform.json'), 'utf8')).port;
  } catch {
    end('Nền tảng không chạy trên thư mục dữ liệu này: npm start trước (hoặc đặt DATA_DIR).');
  }
  const post = (path, body, headers = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    /** As an account of the demonstration, or by LIEN_KET_TOKEN. */
    async as(account) {
      const token =
        process.env.LIEN_KET_TOKEN ??
        (await (await post('/auth/demo-token', { account })).json()).access_token;
      if (!token) end(`Không lấy được quyền của ${account}: ngoài bản trình diễn hãy đặt LIEN_KET_TOKEN.`);
      return (path, body) => post(path, body, { authorization: `Bearer ${token}` });
    },
  };
}
