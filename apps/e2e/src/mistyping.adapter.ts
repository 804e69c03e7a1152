/** What people do: search by a name, mistype, paste into the wrong place. */
export async function typeEverywhere(url: string, bearer: string, typed: string): Promise<void> {
  const send = (path: string, init: RequestInit = {}): Promise<unknown> =>
    fetch(`${url}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', ...init.headers },
    }).then((answer) => answer.text());
  const asText = encodeURIComponent(typed);
  await send(`/contacts?q=${asText}`);
  await send(`/contacts/${asText}`);
  await send(`/${asText}`);
  await send(`/audit/reads?person=${asText}`);
  await send('/contacts', { method: 'POST', body: JSON.stringify({ office: {}, name: typed, ten: typed }) });
  await send('/contacts', { method: 'POST', body: `{"name": "${typed}", ` });
  await send('/contacts', { method: 'POST', body: typed, headers: { 'content-type': 'text/plain' } });
  const headers = {
    'x-correlation-id': asText,
    traceparent: asText,
    'idempotency-key': asText,
    'lk-after': asText,
    'user-agent': asText,
  };
  await send('/contacts', { headers });
  const wrong = {
    name: typed,
    phone: typed.repeat(3),
    email: typed,
    office: { organisation: typed.repeat(30) },
  };
  await send('/contacts', { method: 'POST', body: JSON.stringify(wrong), headers });
}
