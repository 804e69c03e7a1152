// People of three tenants who go on working whatever happens: each command is asked again, with its own key, until it is
// answered. What was acknowledged is remembered; the check asks for exactly that.
import { randomUUID } from 'node:crypto';

const PATIENCE_MS = 8_000;
const PAUSE_MS = 400;
const WRITERS = [
  ['tien-giang', 'tien-giang.ubnd.clerk'],
  ['nghe-an', 'nghe-an.ubnd.clerk'],
  ['kien-giang', 'kien-giang.ubnd.clerk'],
];
const SHARER = 'tien-giang.sct.officer';

export class Workload {
  #working = [];
  #stopped = false;
  acknowledged = [];
  asked = 0;
  again = 0;

  /** @param tokens address where the demonstration's accounts get their tokens */
  constructor(url, tokens) {
    Object.assign(this, { url, tokens });
  }

  async start() {
    const tokens = new Map();
    for (const account of [...WRITERS.map(([, account]) => account), SHARER])
      tokens.set(account, await this.#tokenOf(account));
    // Found before anything goes wrong: a refusal must mean "not yours".
    const activity = await this.#ownActivity(tokens.get(SHARER));
    this.#working = [
      ...WRITERS.map(([tenant, account]) => this.#documents(tenant, tokens.get(account))),
      this.#progress(tokens.get(SHARER), activity),
    ];
  }

  /** Stops asking for new things; what was asked for is brought to its end. */
  async stop() {
    this.#stopped = true;
    await Promise.all(this.#working);
  }

  async #tokenOf(account) {
    const answer = await fetch(`${this.tokens}/auth/demo-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account }),
    });
    const { access_token: token } = await answer.json();
    if (!token) throw new Error(`no token for ${account}: ${answer.status}`);
    return { account, token };
  }

  async #documents(tenant, who) {
    for (let count = 1; !this.#stopped; count += 1) {
      const body = { kind: 'officialLetter', abstract: `Văn bản thử lỗi ${count}`, standing: 'incoming' };
      const { id } = await this.#untilAnswered('/api/v1/documents', who, { body });
      this.acknowledged.push({ tenant, stream: `document-${id}`, type: 'lk.agreement.document.recorded.v1' });
      await pause(PAUSE_MS);
    }
  }

  /** Progress of one activity: it crosses to HCMC. */
  async #progress(who, id) {
    for (let count = 1; !this.#stopped; count += 1) {
      const { revision } = await this.#untilAnswered(`/api/v1/activities/${id}`, who, {});
      const body = { text: `Thử lỗi ${count}`, happenedOn: '2025-03-01' };
      const answer = await this.#untilAnswered(`/api/v1/activities/${id}/progress`, who, { body, revision });
      this.acknowledged.push({
        tenant: 'tien-giang',
        stream: `activity-${id}`,
        revision: answer.revision,
        type: 'lk.activity.activity.progressRecorded.v1',
      });
      await pause(PAUSE_MS);
    }
  }

  async #ownActivity(who) {
    const { items } = await this.#untilAnswered('/api/v1/activities?limit=100', who, {});
    for (const { id, revision } of items) {
      const body = { text: 'Bắt đầu thử lỗi', happenedOn: '2025-03-01' };
      const { status } = await this.#ask(
        `/api/v1/activities/${id}/progress`,
        who,
        { body, revision },
        randomUUID(),
      );
      if (status < 300) return id;
    }
    throw new Error(`${who.account} leads no activity`);
  }

  /** 5xx and silence are asked again with the same key; so is 401, with a new token. @throws Error on a refusal */
  async #untilAnswered(path, who, asked) {
    const key = randomUUID();
    this.asked += 1;
    for (;;) {
      const { status, body } = await this.#ask(path, who, asked, key);
      if (status < 300 && status > 0) return body;
      if (status === 401) Object.assign(who, await this.#tokenOf(who.account).catch(() => who));
      else if (status !== 0 && status < 500) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      this.again += 1;
      await pause(PAUSE_MS);
    }
  }

  async #ask(path, who, { body, revision }, key) {
    const headers = { authorization: `Bearer ${who.token}` };
    if (body) Object.assign(headers, { 'content-type': 'application/json', 'idempotency-key': key });
    if (revision !== undefined && body) headers['if-match'] = `"${revision}"`;
    // What this person has written, the same person sees.
    if (!body && who.position) headers['lk-after'] = who.position;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const answer = await fetch(`${this.url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers,
        signal,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      who.position = answer.headers.get('lk-position') ?? who.position;
      return { status: answer.status, body: await answer.json() };
    } catch {
      return { status: 0 };
    }
  }
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
