import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@lien-ket/kernel';
import {
  activityCommands,
  contactCommands,
  COMMANDS,
  planCommands,
  platformCommands,
  type CommandContract,
} from '@lien-ket/contracts';
import { z } from 'zod';
import { parseCommand } from './command-request.js';
import { refusePersonalData } from './personal-fields.js';

const PHONE = 'Liên hệ anh Nam 0912 345 678';
const IDENTITY = 'CCCD 079085001234';
/** Every place where a way to a person may be written, and why. Whoever adds one says so here. */
const EXCEPTIONS = [
  // The register of persons itself: encrypted with the person's key.
  ...['create', 'correctEntry'].flatMap((command) =>
    ['name', 'phone', 'email'].map((field) => `contacts.${command} ${field}`),
  ),
];

interface Node {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/** Paths of a schema's free texts: strings that are no choice, no id, no date, no address and of no fixed form. */
function textsOf(node: Node, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = [
    ...Object.entries(node.properties ?? {}).flatMap(([key, child]) => textsOf(child, [...path, key])),
    ...(node.items ? textsOf(node.items, [...path, '0']) : []),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((child) => textsOf(child, path)),
  ];
  const fixed = [node.format, node.pattern, node.enum, node.const].some((form) => form !== undefined);
  return node.type === 'string' && !fixed ? [path] : inner;
}

const bodyWith = (path: readonly string[], text: string): unknown =>
  path.reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), text);

function pointersOf(contract: CommandContract, path: readonly string[], text: string): readonly string[] {
  try {
    refusePersonalData(bodyWith(path, text), contract.takes);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'text.personalData') throw error;
    return error.faults.map(({ pointer }) => pointer);
  }
}

interface Place {
  readonly name: string;
  readonly contract: CommandContract;
  readonly path: readonly string[];
}
const ALL = Object.entries({ ...COMMANDS, platform: platformCommands }).flatMap(([resource, commands]) =>
  Object.entries(commands).map(([name, contract]) => ({ name: `${resource}.${name}`, contract })),
);
const PLACES: readonly Place[] = ALL.flatMap(({ name, contract }) =>
  textsOf(z.toJSONSchema(contract.body, { io: 'input', unrepresentable: 'any' }) as Node).map((path) => ({
    name,
    contract,
    path,
  })),
);
const fieldOf = ({ name, path }: Place): string => `${name} ${path[0] ?? ''}`;
const letThrough = (text: string): readonly Place[] =>
  PLACES.filter(({ contract, path }) => pointersOf(contract, path, text)[0] !== `/${path.join('/')}`);

describe('ways to a person in the bodies of commands', () => {
  it('are looked for in every free text of every command, but in what is named here', () => {
    expect(PLACES.length).toBeGreaterThan(250);
    const names = PLACES.map(({ name, path }) => `${name} ${path.join('/')}`);
    for (const one of ['activities.progress text', 'obligations.sendReport report/parts/0/text'])
      expect(names).toContain(one);
    expect([...new Set(letThrough(PHONE).map(fieldOf))].sort()).toEqual([...EXCEPTIONS].sort());
  });

  it('of an identity number are refused at the same places', () => {
    expect([...new Set(letThrough(IDENTITY).map(fieldOf))].sort()).toEqual([...EXCEPTIONS].sort());
  });
});

describe('parseCommand', () => {
  const refused = (contract: CommandContract, body: unknown): unknown => {
    try {
      return parseCommand(contract, body);
    } catch (error) {
      return error;
    }
  };

  it('names the code, the field and the beginning of what it found', () => {
    const body = {
      text: PHONE,
      happenedOn: '2023-12-05',
      figures: [{ label: 'a@x.vn', value: 1, unit: 'kg' }],
    };
    expect(refused(activityCommands.progress, body)).toMatchObject({
      kind: 'invalid',
      code: 'text.personalData',
      params: { begins: '0912' },
      faults: [
        { pointer: '/text', code: 'text.personalData' },
        { pointer: '/figures/0/label', code: 'text.personalData' },
      ],
    });
  });

  it('takes the register of persons', () => {
    const contact = { office: { organisation: 'Sở' }, name: 'Nam', phone: '0912345678', email: 'nam@x.vn' };
    expect(refused(contactCommands.create, contact)).toEqual(contact);
  });

  it('takes an agency’s mailbox and switchboard, drafted or printed, and no person’s', () => {
    const agency = { title: 'Kế hoạch; báo cáo gửi về vanthu@tiengiang.gov.vn, ĐT 0273 3873 153' };
    const person = { title: 'Hội chợ. Đầu mối: Ông Nguyễn Văn An, chuyên viên: 0912.345.678' };
    for (const contract of [planCommands.create, planCommands.recordIssued]) {
      expect(refused(contract, { content: agency })).toMatchObject({ content: agency });
      expect(refused(contract, { content: person })).toMatchObject({ code: 'text.personalData' });
    }
  });
});
