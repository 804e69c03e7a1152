import { recordWordsEn } from '@lien-ket/contracts';
import { enErasures } from './en-erasures.js';
import { enEvents } from './en-events.js';
import { enFrame } from './en-frame.js';
import { enHistory } from './en-history.js';
import { enPages } from './en-pages.js';
import { enRegisters } from './en-registers.js';
import { enWords } from './en-words.js';
import { enWork } from './en-work.js';
import type { Catalogue } from './vi.js';

/** Everything the portal says, in English. A key that is missing does not compile. */
export const en: Catalogue = {
  ...enFrame,
  ...enWords,
  ...enEvents,
  ...enHistory,
  ...enPages,
  ...enWork,
  ...recordWordsEn,
  ...enRegisters,
  ...enErasures,
};
