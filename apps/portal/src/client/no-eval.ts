import { config } from 'zod';

// The contracts' schemas would try `new Function` once to see whether they may compile themselves; the content security
// policy forbids it and the browser would report the attempt. Must be imported before the contracts.
config({ jitless: true });
