import type { Language } from '@lien-ket/service';

export interface HtmlPage {
  readonly html: string;
  /** Content-Security-Policy that this page needs, and no more. */
  readonly csp: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
:root{color-scheme:light;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1f2937;background:#eef2f6}
body{margin:0;min-height:100vh}main{box-sizing:border-box;max-width:26rem;margin:0 auto;padding:12vh 1rem 2rem}
main.wide{max-width:64rem;padding-top:2rem}h1{font-size:1.5rem;margin:0 0 .25rem}p{margin:.25rem 0 1rem}
form,section{background:#fff;border:1px solid #cbd5e1;border-radius:.5rem;padding:1.25rem;margin:0 0 1rem}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}code,pre{font-family:ui-monospace,monospace;font-size:.9rem}
input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem .6rem;border:1px solid #64748b;border-radius:.35rem}
button,.button{display:block;box-sizing:border-box;width:100%;margin-top:1.25rem;padding:.6rem;font:inherit;font-weight:600;
text-align:center;text-decoration:none;color:#fff;background:#0b4f9e;border:0;border-radius:.35rem;cursor:pointer}
button:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid #f59e0b;outline-offset:2px}
.fault{background:#fef2f2;border:1px solid #b91c1c;color:#7f1d1d;border-radius:.35rem;padding:.6rem .75rem}
.note{color:#475569}pre{overflow:auto;background:#f8fafc;padding:.75rem}table{border-collapse:collapse}td,th{text-align:left;padding:.15rem .75rem .15rem 0;vertical-align:top}
`;

interface Parts {
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  /** Fresh for every answer. */
  readonly nonce: string;
  readonly wide?: boolean;
}

/** A page of our own: no script, its one style by nonce, forms to this origin only. */
export function htmlPage({ language, title, body, nonce, wide = false }: Parts): HtmlPage {
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · Liên Kết</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body><main${wide ? ' class="wide"' : ''}>${body}</main></body>
</html>
`;
  const csp = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  return { html, csp };
}
