import { Controller } from '@nestjs/common';
import {
  contactEvents,
  erasureEvents,
  keysDestroyed,
  type ContactEvent,
  type Envelope,
  type KeyDestroyed,
} from '@lien-ket/contracts';
import { eventIdOf, idOf, streamOf, type Context, type Recorded, type Uuid } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime, keyOfFile } from '@lien-ket/runtime';
import { Vault, type Sealed } from '@lien-ket/vault';
import { erasureDecider, type Erasure } from './erasure.decider.js';

const ERASE = 'agreement.erase-person';
const DESTROY = 'agreement.destroy-keys';

/** Once two persons have approved: what the law keeps is sealed anew, the person's key goes, and the log says so. */
@Controller()
export class ErasureConsumer {
  constructor(
    private readonly runtime: Runtime,
    private readonly vault: Vault,
  ) {}

  @Reacts('agreement', erasureEvents.approved, ERASE)
  async erase(event: Recorded, ctx: Context): Promise<void> {
    const id = idOf(event.stream);
    const erasure = foldEvents(erasureDecider, await this.runtime.store.read(ctx, event.stream));
    if (erasure.state !== 'approved') return;
    const person = await this.personOf(ctx, erasure);
    const commandId = commandIdOf(ERASE, event, id);
    const kept =
      erasure.outcome === 'partial' ? await this.kept(ctx, erasure.contactId, person, commandId) : undefined;
    const kids = [...new Set(Object.values(person.fields).flatMap((one) => (one ? [one.kid] : [])))];
    const files = await this.filesOf(ctx, erasure);
    const all = [...kids, ...files.map(({ kid }) => kid)];
    const command = { type: 'destroy' as const, kids: all, files, kept };
    await this.runtime.handle(ctx, erasureDecider, { id, commandId, name: 'destroy', command });
  }

  /** The log says it first: a crash between leaves nothing forgotten, and a restored key is destroyed by the same event. */
  @Reacts('agreement', erasureEvents.keyDestroyed, DESTROY)
  async destroy(event: Recorded, ctx: Context): Promise<void> {
    for (const { kid, subject } of keysDestroyed(event.data as KeyDestroyed))
      await this.vault.destroy(ctx, kid, { subject, request: idOf(event.stream) });
  }

  /** Their bytes stay, unreadable: what was proved of them is proved by the hash of the ciphertext. */
  private async filesOf(ctx: Context, { files }: Erasure): Promise<{ id: string; kid: string }[]> {
    const found = files.map(async (id) => ({ id, kid: await keyOfFile(this.runtime, ctx, id as Uuid) }));
    return (await Promise.all(found)).flatMap(({ id, kid }) => (kid === undefined ? [] : [{ id, kid }]));
  }

  private async personOf(ctx: Context, { contactId }: Erasure): Promise<Sealed<'name' | 'phone' | 'email'>> {
    const stream = streamOf('contact', contactId);
    const told = (await this.runtime.store.read(ctx, stream)).at(-1);
    if (!told) throw new Error(`no contact ${contactId}`);
    const event = { type: told.type, data: told.data } as ContactEvent;
    const isCorrected = event.type === contactEvents.entryCorrected.type;
    const { name, phone, email } = (isCorrected ? event.data.content : event.data).person;
    return { subject: contactId, stream, cls: 'contact', fields: { name, phone, email } };
  }

  private async kept(
    ctx: Context,
    contactId: string,
    person: Sealed<'name' | 'phone' | 'email'>,
    commandId: string,
  ): Promise<{ name: Envelope } | undefined> {
    const { name } = await this.vault.read(ctx, person, 'erasures.keepName');
    if (name?.kind !== 'clear') return undefined;
    const { stream } = person;
    const event = eventIdOf(ctx.tenantId, stream, commandId, 0);
    const at = { stream, event, path: '/kept/name' };
    return { name: await this.vault.seal(ctx, contactId, 'official', at, name.text) };
  }
}
