import { reactionId } from '@lien-ket/kernel';
import { demoId } from './demo-bodies.js';
import type { ActFact, ActKind, ActOf, OnItemFact, ReportedFact } from './demo-example-facts.js';
import { actStep, atObligation, atRevision, paperBody, tenantOf } from './demo-example-step.js';
import type { Step } from './demo-step.js';

type Builders<Kinds extends ActKind> = { readonly [K in Kinds]: (act: ActOf<K>) => Step[] };
type ActivityKind = 'recordProgress' | 'reportDone' | 'confirmDone';
type DifficultyKind =
  | 'raiseDifficulty'
  | 'receiveDifficulty'
  | 'assignDifficulty'
  | 'recordMeasure'
  | 'submitToCommittee'
  | 'petition'
  | 'answer'
  | 'resolveDifficulty'
  | 'confirmResolved';
type ReportKind =
  | 'sendReport'
  | 'urge'
  | 'receiveReport'
  | 'acceptReport'
  | 'sendBackReport'
  | 'requestExtension'
  | 'grantExtension'
  | 'compile'
  | 'transferObligations';

export const activityActs: Builders<ActivityKind> = {
  recordProgress: (act) =>
    onActivity(act, 'progress', {
      text: act.text,
      happenedOn: act.happenedOn,
      figures: (act.figures ?? []).map(({ name, value, unit }) => ({ label: name, value, unit })),
    }),
  reportDone: (act) => onActivity(act, 'reportDone', { text: act.text, doneOn: act.happenedOn }),
  confirmDone: (act) => onActivity(act, 'confirmDone', { note: 'VÍ DỤ: xác nhận hoàn thành' }),
};

export const difficultyActs: Builders<DifficultyKind> = {
  raiseDifficulty: (act) => [
    actStep(act, '/difficulties', {
      id: difficultyId(tenantOf(act), act.key),
      activityId: activityId(act),
      text: act.text,
    }),
  ],
  // The other party has no command to receive what was passed to it: it crosses, and is answered.
  receiveDifficulty: (act) =>
    act.fromTenant ? [] : onDifficulty(act, 'receive', { note: 'VÍ DỤ: đã tiếp nhận' }),
  // The command names no document: its number stands in the note.
  assignDifficulty: (act) =>
    onDifficulty(act, 'assign', {
      organisationId: demoId(tenantOf(act), 'organisation', act.to),
      dueOn: act.dueOn,
      note: `${act.text} (văn bản số ${act.document.number}/${act.document.symbol})`,
    }),
  recordMeasure: (act) => onDifficulty(act, 'takeMeasure', { text: act.text }),
  submitToCommittee: (act) => onDifficulty(act, 'submitToCommittee', { text: act.text }),
  petition: (act) =>
    onDifficulty(act, 'passToPartner', {
      to: act.toTenant,
      text: act.text,
      document: paperBody(act.document),
    }),
  answer: (act) =>
    onDifficulty(act, 'answer', { text: act.text, document: paperBody(act.document) }, act.fromTenant),
  resolveDifficulty: (act) => onDifficulty(act, 'resolve', { text: act.text }),
  confirmResolved: (act) => onDifficulty(act, 'confirmResolution', { note: 'VÍ DỤ: xác nhận đã tháo gỡ' }),
};

export const reportActs: Builders<ReportKind> = {
  sendReport: (act) => {
    const report = {
      nil: act.nil ?? false,
      parts: act.nil ? [] : [{ heading: 'VÍ DỤ: Kết quả', text: act.text }],
      document: paperBody({ number: act.number, symbol: act.symbol, date: act.on }),
    };
    return onObligation(act, organisationOf(act), 'sendReport', { report });
  },
  urge: (act) => onObligation(act, act.debtor, 'urge', { text: act.text }),
  receiveReport: (act) => onObligation(act, act.debtor, 'receiveReport', {}),
  acceptReport: (act) => onObligation(act, act.debtor, 'acceptReport', {}),
  sendBackReport: (act) =>
    onObligation(act, act.debtor, 'sendBackReport', { note: act.note, newDueOn: act.newDueOn }),
  requestExtension: (act) =>
    onObligation(act, organisationOf(act), 'requestExtension', {
      reason: act.reason,
      proposedOn: act.until,
    }),
  grantExtension: (act) =>
    onObligation(act, act.debtor, 'decideExtension', {
      granted: true,
      dueOn: act.until,
      note: 'VÍ DỤ: đồng ý gia hạn',
    }),
  // What was compiled of many reports is the draft of one's own.
  compile: (act) =>
    onObligation(act, organisationOf(act), 'draftReport', {
      report: { parts: [{ heading: 'VÍ DỤ: Tổng hợp', text: act.text }] },
    }),
  // Only a debtor's duties are transferred; for an ended receiver its successor answers without an act.
  transferObligations: () => [],
};

function activityId(act: ActFact & OnItemFact): string {
  const tenant = tenantOf(act);
  return reactionId(tenant, demoId(tenant, `${act.plan} item`, act.item), 'activity');
}

function onActivity(act: ActFact & OnItemFact, command: string, body: unknown): Step[] {
  const path = `/activities/${activityId(act)}`;
  return [actStep(act, `${path}/${command}`, body, atRevision(path))];
}

const difficultyId = (tenant: string, key: string): string => demoId(tenant, 'difficulty', key);

function onDifficulty(
  act: ActFact & { readonly difficulty: string },
  command: string,
  body: unknown,
  owner = tenantOf(act),
): Step[] {
  const path = `/difficulties/${difficultyId(owner, act.difficulty)}`;
  return [actStep(act, `${path}/${command}`, body, atRevision(path))];
}

function onObligation(act: ActFact & ReportedFact, debtor: string, command: string, body: unknown): Step[] {
  const resolve = atObligation(tenantOf(act), act, debtor, command);
  return [actStep(act, '/obligations', body, resolve)];
}

const organisationOf = ({ actor }: ActFact): string => actor.split('.')[1] ?? '';
