// Lints planted files given as JSON on stdin ([{ path, code }]) exactly as the project's own lint run does, in a process
// of its own: Jest's module loader is not ESLint's. The files need not exist. Answers with JSON on stdout.
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });
const answers = [];
for (const { path, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: path, warnIgnored: true });
  answers.push(result.messages.map(({ ruleId, message }) => ({ ruleId, message })));
}
process.stdout.write(JSON.stringify(answers));
