import {
  openApiDocument,
  OPERATIONS,
  type Language,
  type OpenApiDocument,
  type Operation,
} from '@lien-ket/service';
import { escapeHtml, htmlPage, type HtmlPage } from '../pages/layout.js';
import { pageText } from '../pages/texts.js';

const described = new Map<Language, OpenApiDocument>();

function documentIn(language: Language): OpenApiDocument {
  const document = described.get(language) ?? openApiDocument(OPERATIONS, language);
  described.set(language, document);
  return document;
}

/** The interface on one page to read, made of the same table as the OpenAPI document; no script. */
export function referencePage(language: Language, nonce: string): HtmlPage {
  const document = documentIn(language);
  const title = pageText(language, 'reference');
  const tags = [...new Set(OPERATIONS.map(({ tag }) => tag))];
  const contents = tags.map((tag) => `<a href="#${tag}">${escapeHtml(tag)}</a>`).join(' · ');
  const sections = tags.map((tag) => {
    const rows = OPERATIONS.filter((operation) => operation.tag === tag);
    const parts = rows.map((row) => operationOf(row, language, document.paths[row.path]?.[row.method]));
    return `<section id="${tag}"><h2>${escapeHtml(tag)}</h2>${parts.join('')}</section>`;
  });
  const link = '<p><a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>';
  const body = `<h1>${escapeHtml(title)}</h1>${link}<p>${contents}</p>${sections.join('')}`;
  return htmlPage({ language, title, body, nonce, wide: true });
}

type Described = Readonly<Record<string, unknown>> | undefined;

function operationOf(operation: Operation, language: Language, described: Described): string {
  const { method, path, summary, roles } = operation;
  const rows = [
    row(pageText(language, 'roles'), roles.join(', ')),
    row(pageText(language, 'parameters'), parameterNames(operation)),
  ];
  const schema = described?.['requestBody'];
  const body = schema
    ? `<details><summary>${escapeHtml(pageText(language, 'body'))}</summary><pre>${escapeHtml(JSON.stringify(schema, null, 1))}</pre></details>`
    : '';
  return `<h3>${escapeHtml(summary[language])}</h3><p><code>${method.toUpperCase()} ${escapeHtml(path)}</code></p><table>${rows.join('')}</table>${body}`;
}

function parameterNames({ query, ifMatch = 'none', method }: Operation): string {
  const headers =
    method === 'get' ? ['Lk-After'] : ['Idempotency-Key', ...(ifMatch === 'none' ? [] : ['If-Match'])];
  return [...Object.keys(query?.shape ?? {}), ...headers].join(', ');
}

function row(name: string, value: string): string {
  return `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`;
}
