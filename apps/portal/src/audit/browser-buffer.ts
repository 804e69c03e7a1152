import { Buffer } from 'buffer/';

/** The bytes of libs/audit-log are Buffers. To be imported before it. */
Object.assign(globalThis, { Buffer });
