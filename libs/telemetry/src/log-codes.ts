/** Every entry a log may have: the stable code that an alert or a search names, and its sentence. */
export const LOG_CODES = {
  'service.listening': 'listening',
  'service.stopped': 'stopped',
  'service.cannotStart': 'cannot start',
  'tenant.provisioned': "a tenant's database was made or brought up to date",
  'tenant.notProvisioned': "a tenant's database could not be made or brought up to date",
  'request.answered': 'request answered',
  'request.unforeseen': 'a request ended in an error that nobody foresaw',
  'follower.stopped': 'a follower of the log stands still',
  'rebuild.left': 'a rebuild of a read model was cut short and goes on when it is asked for again',
  'rebuild.anew': 'what a rebuild had left was of other code: it was removed, and the rebuild began anew',
  'rebuild.failed': 'a rebuild of a read model failed: the old rows stay',
  'broker.notice': 'the broker client reports',
  'message.held': 'a message could not be taken yet: its partition waits',
  'subscription.rebuilt': 'a subscription is made anew',
  'subscription.stuck': 'a message has been taken for too long',
  'process.lost': 'the process can do no more and ends',
  'log.renewed': 'a subscription to a log of KurrentDB was made anew',
  'log.unreachable': 'a log of KurrentDB could not be looked at',
  'witness.away': 'a witness did not sign a checkpoint of the audit log',
  'checkpoint.notLogged': 'a checkpoint of the audit log does not stand in the log of logs',
  'checkpoint.forked': 'an audit log showed the log of logs another history than before',
  'framework.notice': 'the framework reports',
} as const;

export type LogCode = keyof typeof LOG_CODES;
