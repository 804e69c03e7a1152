import { z } from 'zod';
import { effectiveBasis, isoDate, text, uuid } from './values.js';

/** Parts that bodies of many commands have. */
export const id = { id: uuid.optional() };
export const reason = z.strictObject({ reason: text(2000) });
export const reasons = z.strictObject({ reasons: text(2000) });
export const noted = z.strictObject({ note: text(2000).optional() });
export const WRITERS = ['officer', 'head', 'focal'] as const;
export const inForce = { effectiveOn: isoDate.optional(), basis: effectiveBasis.optional() };
